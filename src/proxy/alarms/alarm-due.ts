import { endShelf } from '../../domain/alarm-transition.ts';
import type { KeptAlarm } from '../store/alarm-store.ts';
import type { NewStep } from './new-step.ts';

/** So long a critical alarm may wait for somebody to take it. */
export const escalateAfterMs = 60_000;

/** When time itself changes something of an alarm; null where it never does as things stand. */
export function dueOf(alarm: KeptAlarm): number | null {
  if (alarm.closed !== null) return null;
  if (alarm.aside !== null) return alarm.aside.kind === 'shelved' ? alarm.aside.untilMs : null;
  return isUntaken(alarm) ? alarm.wantedSinceMs + escalateAfterMs : null;
}

/** What time has made of an alarm. */
export function afterDue(
  alarm: KeptAlarm,
  nowMs: number,
): { readonly alarm: KeptAlarm; readonly step: NewStep } | null {
  const unshelved = endShelf(alarm, nowMs);
  if (unshelved !== alarm) {
    return { alarm: { ...alarm, aside: null }, step: { kind: 'unshelve', atMs: nowMs } };
  }
  if (alarm.aside !== null || !isUntaken(alarm)) return null;
  if (alarm.wantedSinceMs + escalateAfterMs > nowMs) return null;
  return { alarm: { ...alarm, escalatedAtMs: nowMs }, step: { kind: 'escalated', atMs: nowMs } };
}

function isUntaken({ priority, owner, acknowledged, escalatedAtMs, closed }: KeptAlarm): boolean {
  const isTaken = owner !== null || acknowledged !== null || closed !== null;
  return priority === 1 && !isTaken && escalatedAtMs === null;
}
