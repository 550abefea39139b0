import type { AcknowledgeReason, Alarm, AlarmAction, AlarmActor } from './alarm.ts';

/** Longest and shortest time for which a person may set an alarm aside. */
const shelfLimitsMs = { least: 60_000, most: 8 * 3_600_000 } as const;

/** Why an action is not possible; the state stays as it was. */
export type ActionRefusal =
  | 'closed'
  | 'reason-needed'
  | 'shelf-time'
  | 'still-active'
  | 'not-acknowledged'
  /** It was meant for an occurrence that is over: the alarm has come back since. */
  | 'came-back';

export type ActionResult =
  | { readonly kind: 'changed'; readonly alarm: Alarm }
  /** It was so already: who says it twice, or later than another, does no harm. */
  | { readonly kind: 'unchanged'; readonly alarm: Alarm }
  | { readonly kind: 'refused'; readonly why: ActionRefusal };

/** What an action of a person makes of an alarm. Doing the same twice changes nothing. */
export function actOnAlarm(
  alarm: Alarm,
  action: AlarmAction,
  by: AlarmActor,
  atMs: number,
): ActionResult {
  if (alarm.closed !== null) {
    return action.kind === 'close' ? { kind: 'unchanged', alarm } : refused('closed');
  }
  switch (action.kind) {
    case 'acknowledge':
      return acknowledge(alarm, action.reason, by, atMs);
    case 'claim':
      return alarm.owner?.id === by.id ? same(alarm) : changed({ ...alarm, owner: by });
    case 'forward':
      return alarm.owner?.id === action.to.id
        ? same(alarm)
        : changed({ ...alarm, owner: action.to });
    case 'shelve':
      return shelve(alarm, action, by, atMs);
    case 'out-of-service':
      return action.reason.trim() === ''
        ? refused('reason-needed')
        : changed({ ...alarm, aside: { kind: 'out-of-service', reason: action.reason, by } });
    case 'unshelve':
      return alarm.aside?.kind === 'shelved' ? changed({ ...alarm, aside: null }) : same(alarm);
    case 'in-service':
      return alarm.aside?.kind === 'out-of-service'
        ? changed({ ...alarm, aside: null })
        : same(alarm);
    case 'note':
      return action.text.trim() === '' ? refused('reason-needed') : changed({ ...alarm });
    case 'close':
      return close(alarm, by, atMs);
  }
}

function acknowledge(
  alarm: Alarm,
  reason: AcknowledgeReason | null,
  by: AlarmActor,
  atMs: number,
): ActionResult {
  if (alarm.acknowledged !== null) return same(alarm);
  if (alarm.priority <= 2 && reason === null) return refused('reason-needed');
  return changed({ ...alarm, acknowledged: { by, atMs, reason } });
}

function shelve(
  alarm: Alarm,
  { untilMs, reason }: Extract<AlarmAction, { kind: 'shelve' }>,
  by: AlarmActor,
  atMs: number,
): ActionResult {
  if (reason.trim() === '') return refused('reason-needed');
  const forMs = untilMs - atMs;
  if (!(forMs >= shelfLimitsMs.least && forMs <= shelfLimitsMs.most)) return refused('shelf-time');
  return changed({ ...alarm, aside: { kind: 'shelved', untilMs, reason, by } });
}

/** Only what has passed and was seen can be put away. */
function close(alarm: Alarm, by: AlarmActor, atMs: number): ActionResult {
  if (alarm.active) return refused('still-active');
  if (alarm.acknowledged === null) return refused('not-acknowledged');
  return changed({ ...alarm, closed: { by, atMs } });
}

const changed = (alarm: Alarm): ActionResult => ({ kind: 'changed', alarm });
const same = (alarm: Alarm): ActionResult => ({ kind: 'unchanged', alarm });
const refused = (why: ActionRefusal): ActionResult => ({ kind: 'refused', why });

/** The same happened again: it counts, is active anew, and wants to be seen anew if it had passed. */
export function repeatAlarm(alarm: Alarm, atMs: number): Alarm {
  const passed = !alarm.active;
  return {
    ...alarm,
    lastAtMs: Math.max(alarm.lastAtMs, atMs),
    count: alarm.count + 1,
    active: true,
    returnedAtMs: null,
    acknowledged: passed ? null : alarm.acknowledged,
  };
}

/** What caused it holds no longer; acknowledged or not stays as it is. */
export function returnAlarm(alarm: Alarm, atMs: number): Alarm {
  return alarm.active ? { ...alarm, active: false, returnedAtMs: atMs } : alarm;
}

/** A shelf whose time is over gives the alarm back. */
export function endShelf(alarm: Alarm, nowMs: number): Alarm {
  return alarm.aside?.kind === 'shelved' && alarm.aside.untilMs <= nowMs
    ? { ...alarm, aside: null }
    : alarm;
}

/** The states of ISA-18.2 by their usual names. */
export const alarmStates = [
  'unacknowledged',
  'acknowledged',
  'returned-unacknowledged',
  'returned',
  'shelved',
  'out-of-service',
  'closed',
] as const;
export type AlarmStateName = (typeof alarmStates)[number];

export function alarmState(alarm: Alarm): AlarmStateName {
  if (alarm.closed !== null) return 'closed';
  if (alarm.aside !== null) return alarm.aside.kind;
  if (alarm.active) return alarm.acknowledged ? 'acknowledged' : 'unacknowledged';
  return alarm.acknowledged ? 'returned' : 'returned-unacknowledged';
}
