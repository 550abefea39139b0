import type { ReactElement, ReactNode } from 'react';
import type { AuditEntry } from '../../api/audit.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import { actorText } from '../../messages/actor-text.ts';
import { t } from '../../messages/t.ts';

export interface AuditRecordProps {
  readonly entry: AuditEntry;
  /** Zone of the device; UTC where it does not say. */
  readonly zone: string | undefined;
}

/** The entry that this run left in the record. */
export function AuditRecord({ entry, zone = 'UTC' }: AuditRecordProps): ReactElement {
  const { number, atMs, actor, object, operation, parameters, outcome, detail } = entry;
  const at = isoInZone(atMs, zone);
  const sent = Object.entries(parameters);
  return (
    <dl className="divide-y divide-line rounded-control border border-line bg-panel">
      <Line label={t('console.record.number')}>{number || t('audit.waiting')}</Line>
      <Line label={t('console.record.at')}>
        <time dateTime={at}>{`${at.slice(0, 10)} ${at.slice(11, 19)} ${zone}`}</time>
      </Line>
      <Line label={t('console.record.actor')}>
        <bdi>{actorText(actor)}</bdi>
      </Line>
      <Line label={t('console.record.device')}>
        <bdi>{object?.name}</bdi>
      </Line>
      <Line label={t('console.record.operation')}>
        <code className="font-mono text-xs">{operation}</code>
      </Line>
      {sent.length > 0 && (
        <Line label={t('console.record.parameters')}>
          <code dir="ltr" className="font-mono text-xs">
            {sent.map(([name, value]) => `${name}=${value}`).join(' ')}
          </code>
        </Line>
      )}
      <Line label={t('console.record.outcome')}>
        {`${t(`audit.outcome.${outcome}`)} ${detail}`}
        {entry.revealed && <p>{t('console.record.revealed')}</p>}
      </Line>
    </dl>
  );
}

interface LineProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Line({ label, children }: LineProps): ReactElement {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 px-4 py-2">
      <dt className="w-24 shrink-0 text-xs text-text-2">{label}</dt>
      <dd className="min-w-0 grow basis-40 wrap-anywhere">{children}</dd>
    </div>
  );
}
