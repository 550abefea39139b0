/** Shortest silence that counts as a stall: faster sources than 1.33 fps all use this. */
const shortestStallMs = 3000;
const intervalsUntilStall = 4;

/**
 * How long a stream may bring no new picture before it counts as stalled.
 * @param expectedIntervalMs usual time between two pictures; undefined while unknown
 */
export function stallAfterMs(expectedIntervalMs: number | undefined): number {
  return Math.max(shortestStallMs, intervalsUntilStall * (expectedIntervalMs ?? 0));
}
