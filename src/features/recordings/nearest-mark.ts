import type { EventMark } from './event-mark.ts';
import type { TimelineView } from './timeline-axis.ts';

/** When the mark is that comes first in a direction; null where none does. */
export function nearestMark(
  marks: readonly EventMark[],
  fromMs: number,
  direction: 1 | -1,
): number | null {
  let nearest: number | null = null;
  for (const { atMs } of marks) {
    if ((atMs - fromMs) * direction <= 0) continue;
    if (nearest === null || (nearest - atMs) * direction > 0) nearest = atMs;
  }
  return nearest;
}

/** Whether the marks of a time are all there, so that what lies beyond an instant can be told. */
export function isKnown(whole: TimelineView | null, atMs: number): boolean {
  return whole !== null && atMs >= whole.fromMs && atMs < whole.toMs;
}
