import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EventMark } from './event-mark.ts';
import type { TimelineView } from './timeline-axis.ts';

export interface TimelineState {
  readonly view: TimelineView;
  readonly hoverMs: number | null;
  /** What the pointer is on. */
  readonly hovered: EventMark | null;
  /** Whose lane the pointer is on; null on the ruler and on that of all cameras. */
  readonly hoverCameraId: string | null;
  /** Where the pointer is, in pixels of the window. */
  readonly hoverX: number;
  /** It is pressed as well. */
  readonly hoverPressed: boolean;
  readonly selection: TimelineView | null;
  /** The view goes along with what plays, until somebody looks elsewhere. */
  readonly follows: boolean;
}

export type TimelineStore = StoreApi<TimelineState>;

/** What is seen of a timeline. A store of its own, for it changes with every move of a pointer. */
export function createTimeline(view: TimelineView): TimelineStore {
  return createStore(() => ({
    view,
    hoverMs: null,
    hoverCameraId: null,
    hoverX: 0,
    hovered: null,
    hoverPressed: false,
    selection: null,
    follows: true,
  }));
}
