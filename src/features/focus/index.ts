export { FocusPage } from './focus-page.tsx';
export type { FocusParts, ShownPicture } from './focus-parts.ts';
export type { FocusRoads } from './focus-roads.ts';
