import type { RecordingKind, TimeRange } from '../../domain/recording.ts';
import type { Haste } from '../../playback/recorded/master-clock.ts';

/** Shown before something happens and after it, so that it is seen to come and to go. */
const besideMs = 5000;
/** What lies between two of them is too short to be hurried through. */
const shortestQuietMs = 10_000;
const quietRate = 8;

/** When something happened, as far as it is known. */
export interface Activity {
  /** In order, none touching another. */
  readonly busy: readonly TimeRange[];
  /** What is not within is neither busy nor quiet: nobody knows. */
  readonly known: TimeRange;
}

export type Calm = 'busy' | 'quiet' | 'unknown';

/**
 * The stretches in which something happened: what was recorded because of it, and the time around
 * each event.
 * @param spans beginning, end and kind, of all cameras in any order
 */
export function busyStretches(
  spans: Iterable<readonly [number, number, RecordingKind]>,
  eventsMs: Iterable<number>,
): TimeRange[] {
  const found: TimeRange[] = [];
  for (const [fromMs, toMs, kind] of spans) {
    if (kind !== 'motion' && kind !== 'event') continue;
    found.push({ fromMs: fromMs - besideMs, toMs: toMs + besideMs });
  }
  for (const atMs of eventsMs) found.push({ fromMs: atMs - besideMs, toMs: atMs + besideMs });
  const joined: TimeRange[] = [];
  for (const stretch of found.sort((one, other) => one.fromMs - other.fromMs)) {
    const last = joined.at(-1);
    if (last && stretch.fromMs <= last.toMs + shortestQuietMs) {
      joined[joined.length - 1] = { ...last, toMs: Math.max(last.toMs, stretch.toMs) };
    } else joined.push(stretch);
  }
  return joined;
}

/** Whether something happened at an instant, and until when it stays so at least. */
export function calmAt({ busy, known }: Activity, atMs: number): { calm: Calm; untilMs: number } {
  if (atMs < known.fromMs) return { calm: 'unknown', untilMs: known.fromMs };
  if (atMs >= known.toMs) return { calm: 'unknown', untilMs: Number.POSITIVE_INFINITY };
  const next = busy.find(({ toMs }) => toMs > atMs);
  if (next && next.fromMs <= atMs) return { calm: 'busy', untilMs: next.toMs };
  return { calm: 'quiet', untilMs: Math.min(known.toMs, next?.fromMs ?? known.toMs) };
}

/** What is quiet goes by fast; what happened, and what nobody knows, at the rate that is wanted. */
export function hasteOf(activity: Activity | null, atMs: number, rate: number): Haste {
  if (activity === null) return { rate, untilMs: Number.POSITIVE_INFINITY };
  const { calm, untilMs } = calmAt(activity, atMs);
  return { rate: calm === 'quiet' ? Math.max(quietRate, rate) : rate, untilMs };
}
