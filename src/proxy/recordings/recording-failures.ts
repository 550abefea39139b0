import type { EventView } from '../../api/events.ts';
import type { TimeRange } from '../../domain/recording.ts';

export interface Failure {
  readonly fromMs: number;
  /** Null where it goes on. */
  readonly toMs: number | null;
}

type Told = Pick<EventView, 'atMs' | 'fact'>;

/**
 * Times within a range in which a camera was not recorded, by what its device reported.
 * @param events of one camera, in any order; those before the range tell how it began
 */
export function recordingFailures(
  events: readonly Told[],
  { fromMs, toMs }: TimeRange,
): readonly Failure[] {
  const failures: Failure[] = [];
  let sinceMs: number | null = null;
  for (const { atMs, fact } of events.toSorted((one, other) => one.atMs - other.atMs)) {
    if (fact.topic !== 'recording') continue;
    if (fact.recording) {
      if (sinceMs !== null) failures.push({ fromMs: sinceMs, toMs: atMs });
      sinceMs = null;
    } else {
      sinceMs ??= Math.min(atMs, fact.failedSinceMs ?? atMs);
    }
  }
  if (sinceMs !== null) failures.push({ fromMs: sinceMs, toMs: null });
  return failures
    .filter((one) => one.fromMs < toMs && (one.toMs === null || one.toMs > fromMs))
    .map((one) => ({ fromMs: Math.max(fromMs, one.fromMs), toMs: one.toMs }));
}
