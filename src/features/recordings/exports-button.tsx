import { useQuery } from '@tanstack/react-query';
import { FolderOutput } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ExportView } from '../../api/exports.ts';
import { exportsQuery, isOpenExport } from '../../device-access/exports.ts';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';

/** To what was taken out; says how far it is while something runs. */
export function ExportsButton({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const { data, error } = useQuery(exportsQuery());
  // What cannot be read any more is not shown as if it ran still.
  const open = error === null ? (data?.exports ?? []).filter(isOpenExport) : [];
  if (open.length === 0) {
    return <IconButton icon={FolderOutput} label={t('recordings.exports')} onClick={onOpen} />;
  }
  const percent = Math.floor(shareOf(open) * 100);
  const label = t('recordings.exports.running', { count: open.length, percent });
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-control px-2 text-accent text-xs tabular-nums hover:bg-hover pointer-coarse:h-11"
      onClick={onOpen}
    >
      <FolderOutput aria-hidden className="size-4" />
      <span aria-hidden>{t('recordings.exports.share', { count: open.length, percent })}</span>
    </button>
  );
}

/** Of all that is open together, 0 to 1; what waits has none yet. */
function shareOf(open: readonly ExportView[]): number {
  return open.reduce((sum, { progress }) => sum + (progress ?? 0), 0) / open.length;
}
