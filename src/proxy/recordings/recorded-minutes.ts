import type { CameraSpans } from '../../api/recordings.ts';
import type { TimeRange } from '../../domain/recording.ts';

const hourMs = 60 * 60_000;
const minuteMs = 60_000;
/** The minute under way, and some seconds for which an answer is remembered. */
const usuallyUntoldMs = 2 * minuteMs;

type Listed = Extract<CameraSpans['found'], { state: 'listed' }>;

/**
 * Recorded minutes of each hour from the beginning of a range; what several spans hold counts once.
 * Null for an hour that the device cannot have told anything of yet, or of which it has told nothing
 * and not all.
 */
export function recordedMinutes(
  { spans, knownToMs }: Listed,
  { fromMs, toMs }: TimeRange,
): (number | null)[] {
  const hours = Math.ceil((toMs - fromMs) / hourMs);
  const recordedMs = new Array<number>(hours).fill(0);
  let doneMs = fromMs;
  for (const [spanFromMs, spanToMs] of spans) {
    const endMs = Math.min(spanToMs, toMs);
    let atMs = Math.max(spanFromMs, doneMs);
    while (atMs < endMs) {
      const hour = Math.floor((atMs - fromMs) / hourMs);
      const untilMs = Math.min(endMs, fromMs + (hour + 1) * hourMs);
      recordedMs[hour] = (recordedMs[hour] ?? 0) + untilMs - atMs;
      atMs = untilMs;
    }
    doneMs = Math.max(doneMs, endMs);
  }
  return recordedMs.map((ms, hour) => {
    const beganMs = fromMs + hour * hourMs;
    const untoldMs = Math.min(beganMs + hourMs, toMs) - knownToMs;
    const isTold = knownToMs > beganMs && (ms > 0 || untoldMs <= usuallyUntoldMs);
    return isTold ? inMinutes(ms) : null;
  });
}

/** In whole minutes; only what is whole is 60, and only what is nothing is 0. */
function inMinutes(ms: number): number {
  if (ms === 0) return 0;
  // The clock of a device is known to a second or so, and its minutes to a minute.
  if (ms > hourMs - 2000) return 60;
  return Math.min(59, Math.max(1, Math.round(ms / minuteMs)));
}
