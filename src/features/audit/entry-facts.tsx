import type { ReactElement, ReactNode } from 'react';
import type { AuditEntry } from '../../api/audit.ts';
import { actorText } from '../../messages/actor-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import type { AuditPlace } from './audit-place.ts';
import { EntryTime, Operation, OutcomeLabel } from './entry-words.tsx';

export interface EntryFactsProps {
  readonly entry: AuditEntry;
  readonly zone: string;
  readonly onPlace: (place: Partial<AuditPlace>) => void;
}

export function EntryFacts({ entry, zone, onPlace }: EntryFactsProps): ReactElement {
  const { actor, object, operation, outcome, detail } = entry;
  return (
    <div className="flex flex-col gap-4">
      <dl className="divide-y divide-line rounded-control border border-line bg-panel">
        <Fact label={t('audit.column.time')}>
          <EntryTime atMs={entry.atMs} zone={zone} /> {zone}
        </Fact>
        <Fact label={t('audit.column.who')}>
          <bdi>{actorText(actor)}</bdi>
        </Fact>
        {actor.role !== undefined && (
          <Fact label={t('audit.details.role')}>{t(`role.${actor.role}`)}</Fact>
        )}
        <Fact label={t('audit.column.what')}>
          <Operation operation={operation} />
        </Fact>
        <Fact label={t('audit.details.operation')}>
          <Code>{operation}</Code>
        </Fact>
        {object !== undefined && (
          <Fact label={t(`audit.object.${object.kind}`)}>
            <bdi>{object.name || object.id}</bdi>
          </Fact>
        )}
        <Fact label={t('audit.column.outcome')}>
          <OutcomeLabel outcome={outcome} />
          {entry.revealed && <p>{t('audit.details.revealed')}</p>}
        </Fact>
        {detail !== '' && (
          <Fact label={t('audit.details.detail')}>
            <bdi>{detail}</bdi>
          </Fact>
        )}
        {entry.address !== undefined && (
          <Fact label={t('audit.column.address')}>
            <Code>{entry.address}</Code>
          </Fact>
        )}
        {entry.session !== undefined && (
          <Fact label={t('audit.details.session')}>
            <Code>{entry.session}</Code>
          </Fact>
        )}
      </dl>
      <Parameters parameters={entry.parameters} />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onPlace({ what: operation })}>{t('audit.details.only')}</Button>
        {actor.id !== undefined && (
          <Button onClick={() => onPlace({ who: actor.id ?? '' })}>
            {t('audit.details.onlyActor', { name: actorText(actor) })}
          </Button>
        )}
        {object !== undefined && object.id !== '' && (
          <Button onClick={() => onPlace({ object: object.id })}>
            {t('audit.details.onlyObject', { name: object.name || object.id })}
          </Button>
        )}
      </div>
    </div>
  );
}

function Parameters({ parameters }: Pick<AuditEntry, 'parameters'>): ReactElement {
  const sent = Object.entries(parameters);
  return (
    <section>
      <h3 className="pb-1 text-xs font-medium text-text-2">{t('audit.details.parameters')}</h3>
      {sent.length === 0 ? (
        <p className="text-text-2">{t('audit.details.none')}</p>
      ) : (
        <dl className="divide-y divide-line rounded-control border border-line bg-panel">
          {sent.map(([name, value]) => (
            <Fact key={name} label={name}>
              <Code>{value}</Code>
            </Fact>
          ))}
        </dl>
      )}
    </section>
  );
}

function Code({ children }: { readonly children: string }): ReactElement {
  return (
    <bdi dir="ltr" className="font-mono text-xs whitespace-pre-wrap">
      {children}
    </bdi>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Fact({ label, children }: FactProps): ReactElement {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 px-3 py-2">
      <dt className="w-24 shrink-0 text-xs text-text-2 wrap-anywhere">{label}</dt>
      <dd className="min-w-0 grow basis-40 wrap-anywhere">{children}</dd>
    </div>
  );
}
