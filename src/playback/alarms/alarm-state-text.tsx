import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { alarmOutbox } from '../../device-access/alarm-actions.ts';
import type { AlarmEntry } from '../../device-access/alarm-entry.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { needsAcknowledgement } from '../../domain/alarm-offer.ts';
import { alarmState } from '../../domain/alarm-transition.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

export interface AlarmStateTextProps {
  readonly shown: ShownAlarm;
  /** In which its times are told. */
  readonly zone: string;
}

/** How an alarm stands, and what the proxy does not know of yet. */
export function AlarmStateText({ shown, zone }: AlarmStateTextProps): ReactElement {
  const { alarm, pending } = shown;
  const { aside } = alarm;
  const time = aside?.kind === 'shelved' ? clockInZone(aside.untilMs, zone) : '';
  const state = alarmState({ ...alarm, key: '' });
  const look = needsAcknowledgement(alarm)
    ? 'font-semibold text-text'
    : aside?.kind === 'shelved'
      ? 'text-shelved'
      : 'text-text-2';
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span className={look}>{t(`alarms.state.${state}`, { time })}</span>
      <PendingText pending={pending} />
    </span>
  );
}

/** What was done here is not done yet: it says how far it is. */
function PendingText({ pending }: { readonly pending: readonly AlarmEntry[] }) {
  const { stuck, sendingId } = useStore(alarmOutbox.state);
  const last = pending.at(-1);
  if (last === undefined) return null;
  const isHeld = last.requestId !== sendingId && last.dueAtMs > Date.now();
  const stage = stuck !== null ? 'unsent' : isHeld ? 'held' : 'sending';
  return (
    <span data-pending={stage} className="border-b border-dashed border-line-ui text-text-2">
      {t(`alarms.pending.${stage}`)}
    </span>
  );
}
