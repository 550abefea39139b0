/** What a device said of its clock, and between which instants of ours. */
export interface ToldClock {
  readonly toldMs: number;
  readonly askedMs: number;
  readonly answeredMs: number;
}

const secondMs = 1000;

/**
 * Device clock minus ours, ms. Devices tell whole seconds, so that many values may be true: none where
 * that is one of them, else what was known before, else the middle. A clock that is right is not
 * called late by a part of a second, and what was recorded does not move with every look.
 */
export function clockSkew(
  { toldMs, askedMs, answeredMs }: ToldClock,
  beforeMs: number | undefined,
): number {
  const leastMs = toldMs - answeredMs;
  const mostMs = toldMs - askedMs + (toldMs % secondMs === 0 ? secondMs - 1 : 0);
  const mayBe = (ms: number) => leastMs <= ms && ms <= mostMs;
  if (mayBe(0)) return 0;
  if (beforeMs !== undefined && mayBe(beforeMs)) return beforeMs;
  return Math.round((leastMs + mostMs) / 2);
}
