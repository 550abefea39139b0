/** For one call of a movement or of the first tries to stop it: a slow answer is as good as none. */
export const commandMs = 600;
/** A device that has been slow is given this much for a movement in the end. */
export const longestMoveMs = 2400;
/** Between two stops while a movement flies that may be obeyed at any moment. */
export const overlapMs = 300;
/** How long a device that obeys late may take over a command that it never answered. */
export const lateObedienceMs = 3000;
/** Between two stops that follow such a command. */
export const quietStopMs = 1000;

const pausesMs = [100, 200, 400, 800, 1000, 2000] as const;
const lastPauseMs = 5000;
const longestCallMs = 3000;

/** @param failed how many tries have failed, 1 and up */
export function stopPauseMs(failed: number): number {
  return pausesMs[failed - 1] ?? lastPauseMs;
}

/**
 * A device that never answers in time would never confirm, so later tries wait longer.
 * @param patienceMs what movements of this device are given
 */
export function stopCallMs(failed: number, patienceMs: number): number {
  if (failed < 3) return Math.min(patienceMs, 2 * commandMs);
  return Math.min(longestCallMs, commandMs * (failed - 1));
}
