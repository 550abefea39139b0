import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { needsAcknowledgement } from '../../domain/alarm-offer.ts';

/** A line of the list: one alarm, or in a flood all of one rule at one place. */
export type AlarmLine =
  | { readonly kind: 'alarm'; readonly id: string; readonly shown: ShownAlarm }
  | {
      readonly kind: 'group';
      readonly id: string;
      /** The first of them, which names the group. */
      readonly shown: ShownAlarm;
      readonly members: readonly ShownAlarm[];
    };

/** What is put aside is no work of now, and stands elsewhere. */
export function openOnes(shown: readonly ShownAlarm[]): readonly ShownAlarm[] {
  return shown.filter(({ alarm }) => alarm.aside === null);
}

/**
 * The lines of a list, in its order. In a flood all of one rule at one place are one line, where their
 * most urgent one stands; critical ones never disappear in a group.
 */
export function alarmLines(shown: readonly ShownAlarm[], isFlood: boolean): readonly AlarmLine[] {
  if (!isFlood) return shown.map(lineOf);
  const groups = new Map<string, ShownAlarm[]>();
  const places: (ShownAlarm | ShownAlarm[])[] = [];
  for (const each of shown) {
    const key = groupKey(each);
    const group = key === null ? undefined : groups.get(key);
    if (key === null) places.push(each);
    else if (group !== undefined) group.push(each);
    else {
      const made = [each];
      groups.set(key, made);
      places.push(made);
    }
  }
  return places.map((place) => ('alarm' in place ? lineOf(place) : groupOf(place)));
}

function groupOf(members: readonly ShownAlarm[]): AlarmLine {
  const first = members[0] as ShownAlarm;
  if (members.length === 1) return lineOf(first);
  return { kind: 'group', id: `group ${groupKey(first)}`, shown: first, members };
}

function lineOf(shown: ShownAlarm): AlarmLine {
  return { kind: 'alarm', id: shown.alarm.id, shown };
}

function groupKey({ alarm }: ShownAlarm): string | null {
  if (alarm.priority === 1) return null;
  return `${alarm.priority} ${alarm.ruleId} ${alarm.cameraId ?? alarm.deviceId}`;
}

/**
 * The list while somebody is about to press something in it: what was there keeps its place, with
 * what is known of it now. @returns it, and how many wait to be added
 */
export function heldInPlace(
  held: readonly ShownAlarm[],
  now: readonly ShownAlarm[],
): { readonly shown: readonly ShownAlarm[]; readonly newer: number } {
  const known = new Map(now.map((each) => [each.alarm.id, each]));
  const shown = held.flatMap(({ alarm }) => known.get(alarm.id) ?? []);
  return { shown, newer: now.length - shown.length };
}

/** What somebody looks at next: the most urgent one that nobody has acknowledged. */
export function firstWaiting(shown: readonly ShownAlarm[]): ShownAlarm | undefined {
  return shown.find(({ alarm }) => needsAcknowledgement(alarm));
}
