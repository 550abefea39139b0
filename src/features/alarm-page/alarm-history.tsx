import type { ReactElement, ReactNode } from 'react';
import type { AlarmStep } from '../../api/alarms.ts';
import type { EventView } from '../../api/events.ts';
import type { AlarmDetail } from '../../device-access/alarm-detail.ts';
import { clockInZone, momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

export interface AlarmHistoryProps {
  readonly detail: AlarmDetail | undefined;
  readonly zone: string;
  readonly eventLine: (event: EventView, zone: string) => ReactNode;
}

/** Who did what and when, and the events that it was made of; the newest first. */
export function AlarmHistory({ detail, zone, eventLine }: AlarmHistoryProps): ReactElement {
  if (detail === undefined) return <p role="status">{t('alarm.history.reading')}</p>;
  const { steps, events } = detail;
  return (
    <>
      <section className="rounded-control border border-line bg-panel p-3 text-sm">
        <h2 className="mb-2 text-sm font-semibold">{t('alarm.history')}</h2>
        <ol className="flex flex-col gap-2">
          {steps.toReversed().map((step) => (
            <li key={step.number} className="flex gap-3">
              <Time atMs={step.atMs} zone={zone} />
              <div className="min-w-0 wrap-anywhere">
                <p>{stepText(step, zone)}</p>
                {step.text !== '' && (
                  <p dir="auto" className="whitespace-pre-wrap text-text-2">
                    {textOf(step)}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section className="rounded-control border border-line bg-panel p-3 text-sm">
        <h2 className="mb-2 text-sm font-semibold">
          {t('alarm.events', { count: events.length })}
        </h2>
        <ul className="flex flex-col gap-2">
          {events.toReversed().map((event) => (
            <li key={event.id} className="flex gap-3">
              <Time atMs={event.atMs} zone={zone} />
              <div className="flex min-w-0 flex-wrap items-center gap-2">
                {eventLine(event, zone)}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Time({ atMs, zone }: { readonly atMs: number; readonly zone: string }): ReactElement {
  const at = momentInZone(atMs, zone);
  return (
    <time dateTime={new Date(atMs).toISOString()} title={at} className="shrink-0 text-text-2">
      {at.slice(11)}
    </time>
  );
}

function stepText({ kind, by, to, untilMs }: AlarmStep, zone: string): string {
  return t(`alarm.step.${kind}`, {
    name: by?.name ?? t('alarm.step.by-itself'),
    to: to?.name ?? '',
    time: untilMs === undefined ? '' : clockInZone(untilMs, zone),
  });
}

/** The reason of an acknowledgement is one of four words. */
function textOf({ kind, text }: AlarmStep): string {
  if (kind !== 'acknowledge') return text;
  switch (text) {
    case 'real':
    case 'false':
    case 'test':
    case 'passed-on':
      return t(`alarms.reason.${text}`);
    default:
      return text;
  }
}
