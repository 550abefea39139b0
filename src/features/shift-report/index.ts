export type { ReportPlace } from './report-place.ts';
export { ShiftReportPage } from './shift-report-page.tsx';
