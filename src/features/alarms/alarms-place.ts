import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { type AlarmPriority, alarmPriorities } from '../../domain/alarm.ts';

/** What the address says: which alarms are shown, as lists with commas; empty is the usual. */
export interface AlarmsPlace {
  readonly state: string;
  readonly prio: string;
}

export const placeStates = ['unack', 'ack', 'aside', 'closed'] as const;
export type PlaceState = (typeof placeStates)[number];

export const usualPlace: AlarmsPlace = { state: '', prio: '' };

export function statesOf({ state }: AlarmsPlace): readonly PlaceState[] {
  const named = state.split(',');
  return placeStates.filter((each) => named.includes(each));
}

export function prioritiesOf({ prio }: AlarmsPlace): readonly AlarmPriority[] {
  const named = prio.split(',');
  return alarmPriorities.filter((each) => named.includes(String(each)));
}

/** A list in an address, with one more or one less. */
export function toggled<Item>(list: readonly Item[], one: Item): string {
  return (list.includes(one) ? list.filter((each) => each !== one) : [...list, one]).join(',');
}

/** Whether a part of the page is shown: of none chosen, all but what is closed. */
export function showsState(place: AlarmsPlace, state: PlaceState): boolean {
  const chosen = statesOf(place);
  return chosen.length === 0 ? state !== 'closed' : chosen.includes(state);
}

export function fitsPlace({ alarm }: ShownAlarm, place: AlarmsPlace): boolean {
  const priorities = prioritiesOf(place);
  if (priorities.length > 0 && !priorities.includes(alarm.priority)) return false;
  if (alarm.aside !== null) return showsState(place, 'aside');
  return showsState(place, alarm.acknowledged === null ? 'unack' : 'ack');
}
