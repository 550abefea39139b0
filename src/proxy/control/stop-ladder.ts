/** For one call of a movement or of the first tries to stop it: a slow answer is as good as none. */
export const commandMs = 600;
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

/** A device that never answers in time would never confirm, so later tries wait longer. */
export function stopCallMs(failed: number): number {
  return failed < 3 ? commandMs : Math.min(longestCallMs, commandMs * (failed - 1));
}
