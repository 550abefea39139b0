/** Above this a player jumps; below, it is hurried or held back where nobody sees it. */
const jumpAboveMs = 400;
const mostNudge = 0.05;
/** Less is not worth a change of the rate. */
const toleratedMs = 30;
/** A difference is made up for in about so long. */
const makeUpMs = 2000;
/** What browsers play. */
const [slowest, fastest] = [0.0625, 16];

/** Longest difference that is made up for by the rate alone. */
export function jumpThresholdMs(rate: number): number {
  return jumpAboveMs * Math.max(1, rate);
}

/** The rate for a player that is ahead of its clock by so much (behind, where negative). */
export function nudgedRate(driftMs: number, rate: number): number {
  if (Math.abs(driftMs) <= toleratedMs) return rate;
  const wish = driftMs / (makeUpMs * rate);
  const nudge = Math.max(-mostNudge, Math.min(mostNudge, wish));
  return Math.max(slowest, Math.min(fastest, rate * (1 - nudge)));
}
