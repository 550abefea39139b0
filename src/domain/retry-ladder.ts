const visibleDelaysMs = [250, 500, 1000, 2000, 4000] as const;
const hiddenCeilingMs = 30_000;
const jitterShare = 0.2;

/** After this many refused sign-ins in a row only an occasional probe is sent, so that the device does not lock the account. */
export const refusalsBeforeProbing = 2;
export const refusedProbeMs = 60_000;

/**
 * Pause before the next try of a broken stream.
 * @param attempt 0 for the first retry
 * @param seen whether anybody looks at the picture; unseen streams slow down to half a minute
 * @param random a number in 0..1, so that sixteen cameras do not return in the same instant
 */
export function retryDelayMs(attempt: number, seen: boolean, random: number): number {
  const last = visibleDelaysMs[visibleDelaysMs.length - 1] ?? 0;
  const step = visibleDelaysMs[attempt] ?? last;
  const unseen = Math.min(hiddenCeilingMs, 250 * 2 ** Math.min(attempt, 10));
  const base = seen ? step : unseen;
  // Only ever sooner: the longest step is a promise of how soon a device that is back is seen.
  return base * (1 - jitterShare * random);
}
