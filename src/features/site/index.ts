export { SiteSections } from './site-sections.tsx';
