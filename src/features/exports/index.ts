export { ExportDialog } from './export-dialog.tsx';
export { ExportEnds } from './export-ends.tsx';
export type { ExportDraft } from './export-form.ts';
export { ExportsPage } from './exports-page.tsx';
