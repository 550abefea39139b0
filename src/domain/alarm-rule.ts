import type { AlarmPriority } from './alarm.ts';
import type { EventFact, EventTopic } from './device-event.ts';

/** A condition on what an event says; all that are given must hold. */
export interface RuleCondition {
  /** Kinds of object, e.g. `human`; empty for any. */
  readonly objectKinds: readonly string[];
  /** Percent, of objects and of moving areas. */
  readonly leastPercent: number | null;
  /** Plates that it is about, without blanks and marks; empty for any. */
  readonly plates: readonly string[];
  /** Share of a parking lot that is taken, percent. */
  readonly leastFullPercent: number | null;
  /** Only what a device calls serious. */
  readonly seriousOnly: boolean;
  /** Only while it lasts at least so long. */
  readonly leastSeconds: number;
}

/** When a rule holds: minutes of the day in the zone of the camera, by weekday, 0 for Sunday. */
export interface RuleHours {
  readonly days: readonly number[];
  readonly fromMinute: number;
  /** Below `fromMinute` for hours that go past midnight. */
  readonly toMinute: number;
}

/** Turns events into alarms. */
export interface AlarmRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly topic: EventTopic;
  /** Empty for all cameras. */
  readonly cameraIds: readonly string[];
  readonly condition: RuleCondition;
  /** Empty for always. */
  readonly hours: readonly RuleHours[];
  readonly priority: AlarmPriority;
  /** What to do, for whoever opens the alarm. */
  readonly procedure: string;
}

export const anyCondition: RuleCondition = {
  objectKinds: [],
  leastPercent: null,
  plates: [],
  leastFullPercent: null,
  seriousOnly: false,
  leastSeconds: 0,
};

const by = (
  id: string,
  topic: EventTopic,
  priority: AlarmPriority,
  condition: Partial<RuleCondition> = {},
): AlarmRule => ({
  id,
  name: '',
  enabled: true,
  topic,
  cameraIds: [],
  condition: { ...anyCondition, ...condition },
  hours: [],
  priority,
  procedure: '',
});

/** What needs somebody where nobody has made rules; everything else is an event only. */
export const defaultRules: readonly AlarmRule[] = [
  by('call', 'call', 1),
  by('lost-view', 'channel', 2, { leastSeconds: 15 }),
  by('not-recording', 'recording', 2),
  by('serious-system', 'system', 2, { seriousOnly: true }),
];

type Bare<Fact> = Fact extends unknown
  ? Omit<Fact, 'linked' | 'path' | 'channels' | 'boxes' | 'box' | 'parkingLots' | 'imageTarget'>
  : never;
/** What of an event a condition may look at: that which names no place on the device. */
export type RuleFact = Bare<EventFact>;

/** Whether what an event says is what a rule is about, camera and hours aside. */
export function meetsCondition(fact: RuleFact, condition: RuleCondition): boolean {
  const { objectKinds, leastPercent, plates, leastFullPercent, seriousOnly } = condition;
  switch (fact.topic) {
    case 'object':
      return (
        (objectKinds.length === 0 || objectKinds.includes(fact.kind)) &&
        atLeast(fact.likelihood, leastPercent)
      );
    case 'plate':
      return plates.length === 0 || plainPlates(plates).has(plainPlate(fact.plate));
    case 'motion':
      return fact.active && atLeast(fact.level, leastPercent);
    case 'parking':
      return fact.lots.some(
        ({ count, most }) =>
          leastFullPercent !== null && most !== undefined && count * 100 >= most * leastFullPercent,
      );
    case 'system':
      return !seriousOnly || fact.severity === 'serious';
    case 'recording':
      return fact.streaming && !fact.recording;
    case 'channel':
      return fact.change === 'state' && fact.state !== 'connected';
    case 'connection':
      return fact.state === 'offline';
    case 'call':
    case 'input':
    case 'tampering':
      return fact.active;
    case 'arming':
      return !fact.armed;
    case 'trigger':
    case 'file':
    case 'packing':
      return true;
  }
}

/** A value that the device did not tell is not below the least. */
function atLeast(value: number | undefined, least: number | null): boolean {
  return least === null || value === undefined || value >= least;
}

/** As plates are compared: capital letters and digits of any script, nothing between. */
export function plainPlate(plate: string): string {
  return plate.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const plainOf = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Lists are long and are asked at every plate, and a rule that changes has another list. */
function plainPlates(plates: readonly string[]): ReadonlySet<string> {
  const before = plainOf.get(plates);
  if (before !== undefined) return before;
  const plain = new Set(plates.map(plainPlate));
  plainOf.set(plates, plain);
  return plain;
}

/** @param weekday 0 for Sunday, @param minute of the day; both in the zone of the camera */
export function holdsAt(rule: AlarmRule, weekday: number, minute: number): boolean {
  if (rule.hours.length === 0) return true;
  return rule.hours.some(({ days, fromMinute, toMinute }) => {
    if (fromMinute <= toMinute)
      return days.includes(weekday) && minute >= fromMinute && minute < toMinute;
    const dayBefore = (weekday + 6) % 7;
    return (
      (days.includes(weekday) && minute >= fromMinute) ||
      (days.includes(dayBefore) && minute < toMinute)
    );
  });
}
