import type { TimeRange } from './recording.ts';

/** Clocks of devices are known to the second: less is no gap. */
const leastGapMs = 1000;

export interface ToldGaps {
  readonly gaps: TimeRange[];
  /** From when on within the time nobody knows; null where all of it is told. */
  readonly untoldFromMs: number | null;
}

/** Gaps of a time of which a device has told up to an instant: what it has not told yet is none. */
export function toldGaps(
  { fromMs, toMs }: TimeRange,
  spans: readonly TimeRange[],
  knownToMs: number,
): ToldGaps {
  const toldToMs = Math.min(toMs, Math.max(fromMs, knownToMs));
  const gaps = gapsBetween({ fromMs, toMs: toldToMs }, spans);
  return {
    gaps: gaps.filter((gap) => gap.toMs - gap.fromMs >= leastGapMs),
    untoldFromMs: toMs - toldToMs >= leastGapMs ? toldToMs : null,
  };
}

/** What of a time no span covers. */
export function gapsBetween({ fromMs, toMs }: TimeRange, spans: readonly TimeRange[]): TimeRange[] {
  const gaps: TimeRange[] = [];
  let coveredMs = fromMs;
  for (const span of [...spans].sort((one, other) => one.fromMs - other.fromMs)) {
    if (span.fromMs >= toMs) break;
    if (span.fromMs > coveredMs) gaps.push({ fromMs: coveredMs, toMs: span.fromMs });
    coveredMs = Math.max(coveredMs, span.toMs);
  }
  if (coveredMs < toMs) gaps.push({ fromMs: coveredMs, toMs });
  return gaps;
}
