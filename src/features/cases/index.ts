export { CasePage } from './case-page.tsx';
export type { CaseRoads } from './case-roads.ts';
export { CasesPage } from './cases-page.tsx';
export type { CasesPlace } from './cases-place.ts';
