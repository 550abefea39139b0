export { LivePage } from './live-page.tsx';
export { preferences } from './preferences.ts';
export type { WallRoads } from './wall-roads.ts';
