import { endShelf, returnAlarm } from '../../domain/alarm-transition.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import type { KeptAlarm } from '../store/alarm-store.ts';
import type { NewStep } from './new-step.ts';

/** So long a critical alarm may wait for somebody to take it. */
const escalateAfterMs = 60_000;
/** What is never told again while it lasts is over by then: its end was not heard. */
const lastsAtMostMs: Partial<Record<EventTopic, number>> = {
  call: 3_600_000,
  motion: 3_600_000,
};

/** When time itself changes something of an alarm; null where it never does as things stand. */
export function dueOf(alarm: KeptAlarm): number | null {
  const dues = [shelfEndOf(alarm), escalationOf(alarm), overOf(alarm)];
  const due = Math.min(...dues.flatMap((one) => one ?? []));
  return alarm.closed === null && Number.isFinite(due) ? due : null;
}

/** What time has made of an alarm; null where nothing is due yet. */
export function afterDue(
  alarm: KeptAlarm,
  nowMs: number,
): { readonly alarm: KeptAlarm; readonly step: NewStep } | null {
  const atMs = nowMs;
  const isDue = (dueMs: number | null) => dueMs !== null && dueMs <= nowMs;
  if (isDue(shelfEndOf(alarm))) {
    return { alarm: { ...alarm, ...endShelf(alarm, nowMs) }, step: { kind: 'unshelve', atMs } };
  }
  if (isDue(escalationOf(alarm))) {
    return { alarm: { ...alarm, escalatedAtMs: nowMs }, step: { kind: 'escalated', atMs } };
  }
  if (isDue(overOf(alarm))) {
    return { alarm: { ...alarm, ...returnAlarm(alarm, nowMs) }, step: { kind: 'returned', atMs } };
  }
  return null;
}

function shelfEndOf({ aside }: KeptAlarm): number | null {
  return aside?.kind === 'shelved' ? aside.untilMs : null;
}

function escalationOf(alarm: KeptAlarm): number | null {
  const { priority, owner, acknowledged, aside, escalatedAtMs, wantedSinceMs } = alarm;
  const isTaken = owner !== null || acknowledged !== null || aside !== null;
  return priority === 1 && !isTaken && escalatedAtMs === null
    ? wantedSinceMs + escalateAfterMs
    : null;
}

function overOf({ topic, active, lastAtMs }: KeptAlarm): number | null {
  const mostMs = lastsAtMostMs[topic];
  return active && mostMs !== undefined ? lastAtMs + mostMs : null;
}
