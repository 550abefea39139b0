export { AlarmPage, type AlarmPageRoads } from './alarm-page.tsx';
