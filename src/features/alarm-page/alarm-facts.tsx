import type { ReactElement } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { type FactRow, FactRows } from '../../ui/fact-rows.tsx';

export interface AlarmFactsProps {
  readonly alarm: AlarmView;
  readonly zone: string;
}

export function AlarmFacts({ alarm, zone }: AlarmFactsProps): ReactElement {
  return (
    <section className="rounded-control border border-line bg-panel p-3 text-sm">
      <h2 className="mb-2 text-sm font-semibold">{t('alarm.facts')}</h2>
      <FactRows facts={factsOf(alarm, zone)} />
    </section>
  );
}

function factsOf(alarm: AlarmView, zone: string): readonly FactRow[] {
  const at = (atMs: number) => momentInZone(atMs, zone);
  const row = (name: FactName, value: string): readonly FactRow[] =>
    value === '' ? [] : [{ label: t(`alarm.fact.${name}`), value }];
  const { acknowledged, owner, aside, closed, returnedAtMs } = alarm;
  return [
    ...row('subject', alarm.subject),
    ...row('camera', alarm.cameraName),
    ...row('device', alarm.deviceName),
    ...row('topic', t(`events.topic.${alarm.topic}`)),
    ...row('first', at(alarm.firstAtMs)),
    ...(alarm.count > 1
      ? row('last', t('alarm.fact.last.value', { time: at(alarm.lastAtMs), count: alarm.count }))
      : []),
    ...row('returned', returnedAtMs === null ? '' : at(returnedAtMs)),
    ...row(
      'acknowledged',
      acknowledged === null
        ? ''
        : [
            acknowledged.by.name,
            at(acknowledged.atMs),
            acknowledged.reason === null ? '' : t(`alarms.reason.${acknowledged.reason}`),
          ]
            .filter(Boolean)
            .join(', '),
    ),
    ...row('owner', owner?.name ?? ''),
    ...row('aside', aside === null ? '' : `${aside.reason} (${aside.by.name})`),
    ...row('closed', closed === null ? '' : `${closed.by.name}, ${at(closed.atMs)}`),
    ...row('zone', zone),
  ];
}

type FactName =
  | 'subject'
  | 'camera'
  | 'device'
  | 'topic'
  | 'first'
  | 'last'
  | 'returned'
  | 'acknowledged'
  | 'owner'
  | 'aside'
  | 'closed'
  | 'zone';
