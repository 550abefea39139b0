export { FocusPage } from './focus-page.tsx';
export type { FocusParts } from './focus-parts.ts';
export type { FocusRoads } from './focus-roads.ts';
