import type { AlarmView } from '../api/alarms.ts';
import type { AlarmAction, AlarmActor } from '../domain/alarm.ts';
import { needsAcknowledgement } from '../domain/alarm-offer.ts';
import { actOnAlarm } from '../domain/alarm-transition.ts';
import type { AlarmEntry } from './alarm-entry.ts';

/** An alarm as its person has it: with what they did, though the proxy may not know of it yet. */
export interface ShownAlarm {
  readonly alarm: AlarmView;
  /** What the proxy does not know of yet, in the order of the deeds. */
  readonly pending: readonly AlarmEntry[];
}

/** The alarms with what their person did to them; the most urgent first. */
export function shownAlarms(
  alarms: Iterable<AlarmView>,
  entries: readonly AlarmEntry[],
  me: AlarmActor,
): readonly ShownAlarm[] {
  return [...alarms].map((alarm) => withPending(alarm, entries, me)).sort(byUrgency);
}

export function withPending(
  alarm: AlarmView,
  entries: readonly AlarmEntry[],
  me: AlarmActor,
): ShownAlarm {
  const pending = entries.filter(({ alarmId }) => alarmId === alarm.id);
  return { alarm: pending.reduce((before, entry) => after(before, entry, me), alarm), pending };
}

function after(alarm: AlarmView, entry: AlarmEntry, me: AlarmActor): AlarmView {
  const result = actOnAlarm({ ...alarm, key: '' }, actionOf(entry), me, entry.atMs);
  if (result.kind === 'refused') return alarm;
  const { acknowledged, owner, aside, closed } = result.alarm;
  return { ...alarm, acknowledged, owner, aside, closed };
}

function actionOf({ action, to }: AlarmEntry): AlarmAction {
  if (action.kind !== 'forward') return action;
  return { kind: 'forward', to: to ?? { id: action.toPersonId, name: '' } };
}

/** What waits for somebody first, of these the highest priority, of these the newest. */
function byUrgency({ alarm: one }: ShownAlarm, { alarm: other }: ShownAlarm): number {
  return (
    one.priority - other.priority ||
    Number(needsAcknowledgement(other)) - Number(needsAcknowledgement(one)) ||
    other.lastAtMs - one.lastAtMs ||
    other.number - one.number
  );
}

export interface AlarmCounts {
  /** Those that nobody has acknowledged, by priority. */
  readonly byPriority: Readonly<Record<1 | 2 | 3 | 4, number>>;
  readonly unacknowledged: number;
}

export function countAlarms(shown: readonly ShownAlarm[]): AlarmCounts {
  const byPriority = { 1: 0, 2: 0, 3: 0, 4: 0 };
  let unacknowledged = 0;
  for (const { alarm } of shown) {
    if (!needsAcknowledgement(alarm)) continue;
    byPriority[alarm.priority] += 1;
    unacknowledged += 1;
  }
  return { byPriority, unacknowledged };
}
