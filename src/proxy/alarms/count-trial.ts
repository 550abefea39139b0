/** What a rule reads out of one event of the journal. */
export interface TrialSignal {
  readonly key: string;
  readonly holds: boolean;
  readonly atMs: number;
  /** When what it tells of was over; absent where another signal says so, or nothing lasts. */
  readonly endMs?: number | undefined;
  /** What happens at a moment needs not last. */
  readonly isMoment: boolean;
}

/** Somebody will have acknowledged it by then, so that the next one is another alarm. */
const sameAlarmMs = 10 * 60_000;

/**
 * How many alarms signals make of which each is as old as the one before it or younger. What comes
 * back within ten minutes counts once.
 */
export function countTrial(
  signals: readonly TrialSignal[],
  leastSeconds: number,
  nowMs: number,
): number {
  const began = new Map<string, number>();
  const counted = new Map<string, number>();
  let alarms = 0;
  const count = (key: string, atMs: number): void => {
    const before = counted.get(key);
    counted.set(key, atMs);
    if (before === undefined || atMs - before > sameAlarmMs) alarms += 1;
  };
  const end = (key: string, endMs: number): void => {
    const atMs = began.get(key);
    if (atMs === undefined) return;
    began.delete(key);
    if (endMs - atMs >= leastSeconds * 1000) count(key, endMs);
  };
  for (const { key, holds, atMs, endMs, isMoment } of signals) {
    if (!holds) end(key, atMs);
    else if (isMoment) count(key, atMs);
    else {
      if (!began.has(key)) began.set(key, atMs);
      if (endMs !== undefined) end(key, endMs);
    }
  }
  for (const key of [...began.keys()]) end(key, nowMs);
  return alarms;
}
