import type { z } from 'zod/mini';
import { createStore } from 'zustand/vanilla';
import type { AlarmView, floodSchema } from '../api/alarms.ts';

export interface AlarmState {
  /** All that are not closed, by id; null until the proxy has told them. */
  readonly alarms: ReadonlyMap<string, AlarmView> | null;
  readonly flood: z.infer<typeof floodSchema>;
}

/** What this window knows of the alarms. Written by the event feed alone. */
export const alarmState = createStore<AlarmState>(() => ({
  alarms: null,
  flood: { active: false, sinceMs: null },
}));

/** Takes in a report: all that are open, or those that have changed. The newest number wins. */
export function takeInAlarms(
  { alarms, flood }: { alarms: readonly AlarmView[]; flood: AlarmState['flood'] },
  which: 'all' | 'changed',
): void {
  const known = alarmState.getState().alarms;
  // An answer that comes after the feed has ended, perhaps to the next person: the others are unknown.
  if (known === null && which === 'changed') return;
  const next = new Map(which === 'all' ? [] : known);
  for (const alarm of alarms) {
    const before = known?.get(alarm.id);
    const newest = before !== undefined && before.number > alarm.number ? before : alarm;
    if (newest.closed === null) next.set(alarm.id, newest);
    else next.delete(alarm.id);
  }
  alarmState.setState({ alarms: next, flood });
}

/** Nobody tells of alarms any more: unknown is not none. */
export function forgetAlarms(): void {
  alarmState.setState({ alarms: null, flood: { active: false, sinceMs: null } });
}
