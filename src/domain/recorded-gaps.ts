import type { TimeRange } from './recording.ts';

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
