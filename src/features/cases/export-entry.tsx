import type { ReactElement } from 'react';
import type { ExportView } from '../../api/exports.ts';
import { standingOf } from '../../device-access/export-standing.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

export interface ExportEntryProps {
  readonly one: ExportView;
  readonly zone: string;
}

export function ExportEntry({ one, zone }: ExportEntryProps): ReactElement {
  const { name, cameras, purpose, recipient, expiresAtMs } = one;
  const facts = [
    t(`cases.export.state.${standingOf(one)}`),
    ...(recipient === '' ? [] : [t('cases.export.for', { recipient })]),
    // Whoever relies on it takes it out in time.
    ...(expiresAtMs === null
      ? []
      : [t('cases.export.until', { when: momentInZone(expiresAtMs, zone) })]),
  ];
  return (
    <>
      <p dir="auto" className="wrap-anywhere">
        {name === '' ? <span className="text-text-2">{t('cases.export.no-name')}</span> : name}
      </p>
      {purpose !== '' && (
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {purpose}
        </p>
      )}
      <p className="text-sm print:text-xs text-text-2 wrap-anywhere">
        {new Intl.ListFormat('en').format(cameras.map((camera) => camera.name))}
      </p>
      <p className="text-sm print:text-xs text-text-2 tabular-nums wrap-anywhere">
        {facts.join(' · ')}
      </p>
    </>
  );
}
