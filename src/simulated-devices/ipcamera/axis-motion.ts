/** Where an axis is, so long after its motion began. */
export type AxisMotion = (elapsedMs: number) => number;

export interface AxisLimits {
  readonly least: number;
  readonly most: number;
}

export function clamp({ least, most }: AxisLimits, value: number): number {
  return Math.min(most, Math.max(least, value));
}

export function still(value: number): AxisMotion {
  return () => value;
}

/** Towards a position at a speed per second, and then there. */
export function towards(from: number, to: number, perSecond: number): AxisMotion {
  const span = Math.abs(to - from);
  return (elapsedMs) => {
    const gone = Math.min(span, (perSecond * elapsedMs) / 1000);
    return from + Math.sign(to - from) * gone;
  };
}

/** On and on at a signed speed, as far as the stop. */
export function onwards(limits: AxisLimits, from: number, perSecond: number): AxisMotion {
  return (elapsedMs) => clamp(limits, from + (perSecond * elapsedMs) / 1000);
}

export interface Leg {
  readonly to: number;
  readonly travelMs: number;
  readonly waitMs: number;
}

/** From where it is through all stops, again and again from the first. */
export function around(from: number, legs: readonly Leg[]): AxisMotion {
  const last = legs.at(-1)?.to ?? from;
  const roundMs = legs.reduce((sum, leg) => sum + leg.travelMs + leg.waitMs, 0);
  return (elapsedMs) => {
    if (roundMs <= 0) return last;
    let start = elapsedMs < roundMs ? from : last;
    let left = elapsedMs % roundMs;
    for (const { to, travelMs, waitMs } of legs) {
      if (left < travelMs) return start + ((to - start) * left) / travelMs;
      left -= travelMs;
      if (left < waitMs) return to;
      left -= waitMs;
      start = to;
    }
    return last;
  };
}
