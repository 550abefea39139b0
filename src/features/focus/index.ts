export { FocusPage } from './focus-page.tsx';
export type { FocusRoads } from './focus-roads.ts';
