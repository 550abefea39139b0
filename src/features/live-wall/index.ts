export { LivePage } from './live-page.tsx';
export type { WallRoads } from './wall-roads.ts';
