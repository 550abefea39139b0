import type { ReactElement, ReactNode } from 'react';
import type { ExportView } from '../../api/exports.ts';
import { hasPack } from '../../device-access/export-standing.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { ExportCameras } from './export-cameras.tsx';
import { nameOf, toldText, whenText } from './export-words.ts';
import { bytesText } from './quantity-text.ts';
import { StateMark } from './state-mark.tsx';

export interface ExportCardProps {
  /** Of its element in the document. */
  readonly id: string;
  readonly found: ExportView;
  readonly zone: string;
  /** Somebody came for this one. */
  readonly isCurrent: boolean;
  readonly onPlay: () => void;
  readonly extra: ReactNode;
}

/** One export: what it is of, how it stands, and what can be done with it. */
export function ExportCard(props: ExportCardProps): ReactElement {
  const { id, found, zone, isCurrent, onPlay, extra } = props;
  const { by, createdAtMs, expiresAtMs, recipient, purpose, state, progress } = found;
  const files = found.cameras.reduce((sum, camera) => sum + camera.files, 0);
  const facts = [
    t('exports.by', { name: by.name, when: momentInZone(createdAtMs, zone) }),
    ...(recipient === '' ? [] : [t('exports.recipient', { recipient })]),
    ...(expiresAtMs === null || state === 'cancelled'
      ? []
      : [t('exports.kept', { when: momentInZone(expiresAtMs, zone) })]),
  ];
  return (
    <li
      id={id}
      aria-labelledby={`${id}-name`}
      aria-current={isCurrent || undefined}
      className={classNames(
        'flex min-w-0 flex-col gap-2 rounded-control border bg-panel p-4',
        isCurrent ? 'border-accent' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`${id}-name`} dir="auto" className="min-w-0 font-semibold wrap-anywhere">
          {nameOf(found)}
        </h2>
        <StateMark found={found} />
        {hasPack(found) && (
          <span className="text-sm text-text-2 tabular-nums">
            {t('exports.size', { files, bytes: bytesText(found.bytes) })}
          </span>
        )}
      </div>
      <p className="text-sm text-text-2 tabular-nums">{whenText(found, zone)}</p>
      {state === 'running' && progress !== null ? (
        <ProgressBar className="max-w-none" value={progress} max={1} label={toldText(found)} />
      ) : (
        <p className="text-sm">{toldText(found)}</p>
      )}
      <ExportCameras cameras={found.cameras} zone={zone} isInterrupted={state === 'interrupted'} />
      {purpose !== '' && (
        <p dir="auto" className="whitespace-pre-line text-sm wrap-anywhere">
          {t('exports.purpose', { purpose })}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <p className="min-w-0 grow basis-64 text-text-2 text-xs wrap-anywhere tabular-nums">
          {facts.join(' · ')}
        </p>
        <ExportButtons found={found} onPlay={onPlay} extra={extra} />
      </div>
    </li>
  );
}
