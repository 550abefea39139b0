export { AlarmPage } from './alarm-page.tsx';
export type { AlarmPageRoads } from './alarm-page-roads.ts';
