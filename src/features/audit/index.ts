export { AuditPage } from './audit-page.tsx';
export type { AuditPlace } from './audit-place.ts';
