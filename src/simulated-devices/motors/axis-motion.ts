/** How an axis moves, by the time since its motion began. */
export interface AxisMotion {
  /** Where the axis is, in its own unit. */
  at(elapsedMs: number): number;
  /** What the motor is driven at, per second; against the end of its way as well. */
  speed(elapsedMs: number): number;
  /** When it comes to rest by itself; infinite where only another command ends it. */
  readonly restsAfterMs: number;
}

export interface AxisLimits {
  readonly least: number;
  readonly most: number;
}

export function clamp({ least, most }: AxisLimits, value: number): number {
  return Math.min(most, Math.max(least, value));
}

export function still(value: number): AxisMotion {
  return { at: () => value, speed: () => 0, restsAfterMs: 0 };
}

/** Towards a position at a speed per second, and then there. */
export function towards(from: number, to: number, perSecond: number): AxisMotion {
  const span = Math.abs(to - from);
  const way = Math.sign(to - from);
  const restsAfterMs = (span * 1000) / perSecond;
  return {
    at: (elapsedMs) => from + way * Math.min(span, (perSecond * elapsedMs) / 1000),
    speed: (elapsedMs) => (elapsedMs < restsAfterMs ? way * perSecond : 0),
    restsAfterMs,
  };
}

/**
 * On and on at a signed speed: held at the end of its way, and still driven there, so that a
 * forgotten stop shows.
 */
export function onwards(limits: AxisLimits, from: number, perSecond: number): AxisMotion {
  if (perSecond === 0) return still(from);
  return {
    at: (elapsedMs) => clamp(limits, from + (perSecond * elapsedMs) / 1000),
    speed: () => perSecond,
    restsAfterMs: Number.POSITIVE_INFINITY,
  };
}

export interface Leg {
  readonly to: number;
  readonly travelMs: number;
  readonly waitMs: number;
}

/**
 * From where it is through all stops, again and again from the first.
 * @param againMs what the way from the last stop to the first takes
 */
export function around(from: number, legs: readonly Leg[], againMs: number): AxisMotion {
  const [first, ...others] = legs;
  const last = legs.at(-1)?.to ?? from;
  const again = first === undefined ? [] : [{ ...first, travelMs: againMs }, ...others];
  const lengthMs = (round: readonly Leg[]): number =>
    round.reduce((sum, leg) => sum + leg.travelMs + leg.waitMs, 0);
  const firstMs = lengthMs(legs);
  const roundMs = lengthMs(again);
  if (roundMs <= 0) return still(last);
  const where = (elapsedMs: number): Place =>
    elapsedMs < firstMs
      ? along(from, legs, elapsedMs)
      : along(last, again, (elapsedMs - firstMs) % roundMs);
  return {
    at: (elapsedMs) => where(elapsedMs).at,
    speed: (elapsedMs) => where(elapsedMs).perSecond,
    restsAfterMs: Number.POSITIVE_INFINITY,
  };
}

interface Place {
  readonly at: number;
  readonly perSecond: number;
}

function along(from: number, legs: readonly Leg[], elapsedMs: number): Place {
  let start = from;
  let left = elapsedMs;
  for (const { to, travelMs, waitMs } of legs) {
    if (left < travelMs)
      return {
        at: start + ((to - start) * left) / travelMs,
        perSecond: ((to - start) * 1000) / travelMs,
      };
    left -= travelMs;
    if (left < waitMs) return { at: to, perSecond: 0 };
    left -= waitMs;
    start = to;
  }
  return { at: start, perSecond: 0 };
}
