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

/** Whose lane is at a height of the canvas; null above the first and below the last. */
export function cameraAt({ cameraIds, laneHeight, scrollTop }: LanePlaces, y: number) {
  const top = laneTop(0, laneHeight);
  if (y < top) return null;
  return cameraIds[Math.floor((y + scrollTop - top) / (laneHeight + laneGap))] ?? null;
}

/** The mark that a point of the timeline means; null where there is none. */
export function markAt(
  marks: readonly EventMark[],
  { x, y }: { readonly x: number; readonly y: number },
  view: TimelineView,
  width: number,
  places: LanePlaces,
): EventMark | null {
  const cameraId = cameraAt(places, y);
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
