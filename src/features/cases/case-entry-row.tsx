import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { CaseEntry } from '../../api/cases.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { AlarmEntry } from './alarm-entry.tsx';
import { BookmarkEntry } from './bookmark-entry.tsx';
import type { CaseRoads } from './case-roads.ts';
import { clockText, thereText } from './entry-when.ts';
import { ExportEntry } from './export-entry.tsx';
import { KindIcon } from './kind-icon.tsx';

export interface CaseEntryRowProps {
  readonly entry: CaseEntry;
  readonly zone: string;
  readonly roads: CaseRoads;
  /** Absent for who may not. */
  readonly onTakeOut: (() => void) | undefined;
}

export function CaseEntryRow(props: CaseEntryRowProps): ReactElement {
  const { entry, zone, roads, onTakeOut } = props;
  const { kind, addedBy, addedAtMs, found } = entry;
  const cameras = useQuery(camerasQuery()).data ?? [];
  const when = clockText(entry, zone);
  const there = thereText(entry.fromMs, zone, zoneThere(entry, cameras));
  const says = { kind: t(`cases.kind.${kind}`), when };
  const open = found && (() => roadOf(entry, roads));
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-control border border-line bg-panel p-3 print:break-inside-avoid print:rounded-none print:border-x-0 print:border-t-0 print:px-0 print:py-2">
      <p className="flex basis-56 flex-col text-sm print:text-xs tabular-nums">
        <span className="flex items-center gap-2 font-medium">
          <KindIcon kind={kind} />
          {when}
        </span>
        {there !== null && <span className="ps-6 text-xs text-text-2">{there}</span>}
      </p>
      <div className="flex min-w-0 grow basis-64 flex-col gap-1">
        {content(entry, cameras, zone)}
        <p className="text-xs text-text-2 tabular-nums">
          {t('cases.entry.added', {
            ...{ kind: says.kind, name: addedBy.name },
            when: momentInZone(addedAtMs, zone),
          })}
        </p>
      </div>
      <div className="ms-auto flex items-center gap-1 print:hidden">
        {onTakeOut && (
          <IconButton icon={Trash2} label={t('cases.entry.remove', says)} onClick={onTakeOut} />
        )}
        {open && (
          <Button
            aria-label={t('cases.entry.open.of', { ...says, open: t(`cases.${kind}.open`) })}
            onClick={open}
          >
            {t(`cases.${kind}.open`)}
          </Button>
        )}
      </div>
    </li>
  );
}

function content(entry: CaseEntry, cameras: readonly CameraView[], zone: string): ReactNode {
  if (entry.found === null) {
    return <p className="text-text-2">{t(`cases.${entry.kind}.gone`)}</p>;
  }
  switch (entry.kind) {
    case 'bookmark':
      return <BookmarkEntry bookmark={entry.found} cameras={cameras} />;
    case 'export':
      return <ExportEntry one={entry.found} zone={zone} />;
    case 'alarm':
      return <AlarmEntry alarm={entry.found} zone={zone} />;
  }
}

function roadOf(entry: CaseEntry, roads: CaseRoads): void {
  if (entry.kind === 'bookmark' && entry.found) roads.play(entry.found);
  if (entry.kind === 'export') roads.openExport(entry.id);
  if (entry.kind === 'alarm') roads.openAlarm(entry.id);
}

/** That of the first camera of what was recorded; alarms are told by the clock of the site. */
function zoneThere(entry: CaseEntry, cameras: readonly CameraView[]): string | null {
  const first =
    entry.kind === 'bookmark'
      ? entry.found?.cameraIds[0]
      : entry.kind === 'export'
        ? entry.found?.cameras[0]?.cameraId
        : undefined;
  return cameras.find(({ id }) => id === first)?.zone ?? null;
}
