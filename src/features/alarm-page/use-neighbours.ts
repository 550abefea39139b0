import { useAlarms } from '../../device-access/use-alarms.ts';

export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
  /** Counted from 1 among those that are open; null for one that is not. */
  readonly position: number | null;
  readonly count: number;
}

/** The open alarms before and after one, in the order of the desk. */
export function useNeighbours(alarmId: string): Neighbours {
  const alarms = useAlarms() ?? [];
  const at = alarms.findIndex(({ alarm }) => alarm.id === alarmId);
  const idAt = (position: number) => alarms[position]?.alarm.id ?? null;
  // From one that was closed meanwhile the way leads to the most urgent.
  if (at < 0) return { previous: null, next: idAt(0), position: null, count: alarms.length };
  return { previous: idAt(at - 1), next: idAt(at + 1), position: at + 1, count: alarms.length };
}
