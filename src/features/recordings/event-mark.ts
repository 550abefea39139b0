import type { EventTopic } from '../../domain/device-event.ts';
import { laneGap, laneTop } from './lane-look.ts';
import { pixelOf, type TimelineView } from './timeline-axis.ts';

/** A moment of a camera, from the journal or kept by a person. */
export interface EventMark {
  readonly id: string;
  readonly cameraId: string;
  readonly atMs: number;
  readonly topic: EventTopic | 'bookmark';
  /** What it is, for whoever points at it. */
  readonly text: string;
}

/** Where the lanes are: of which cameras, and how far they are scrolled. */
export interface LanePlaces {
  readonly cameraIds: readonly string[];
  readonly laneHeight: number;
  readonly scrollTop: number;
}

/** What is as near belongs to what is pointed at. */
const reachPixels = 9;

/** The mark that a point of the timeline means; null where there is none. */
export function markAt(
  marks: readonly EventMark[],
  { x, y }: { readonly x: number; readonly y: number },
  view: TimelineView,
  width: number,
  { cameraIds, laneHeight, scrollTop }: LanePlaces,
): EventMark | null {
  const row = Math.floor((y + scrollTop - laneTop(0, laneHeight)) / (laneHeight + laneGap));
  const cameraId = y < laneTop(0, laneHeight) ? undefined : cameraIds[row];
  let nearest: EventMark | null = null;
  let leastPixels = reachPixels;
  for (const mark of marks) {
    if (mark.cameraId !== cameraId) continue;
    const apart = Math.abs(pixelOf(view, width, mark.atMs) - x);
    if (apart >= leastPixels) continue;
    leastPixels = apart;
    nearest = mark;
  }
  return nearest;
}
