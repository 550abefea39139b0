export { FocusPage, type FocusRoads } from './focus-page.tsx';
