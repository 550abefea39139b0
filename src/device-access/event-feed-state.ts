import type { z } from 'zod/mini';
import { createStore } from 'zustand/vanilla';
import type { EventGap, EventView, listeningSchema } from '../api/events.ts';

/** How the subscription to one device stands. */
export type Listening = z.infer<typeof listeningSchema>;

export interface EventFeedState {
  /** `closed` while no page shows events. */
  readonly connection: 'closed' | 'connecting' | 'connected' | 'lost';
  /** Since when the connection is so, epoch ms by this window's clock. */
  readonly sinceMs: number;
  readonly listening: readonly Listening[];
  /** Since when the disk takes no events; null while all are kept. */
  readonly unkeptSinceMs: number | null;
  /** What came while the page was open, in the order of the numbers. */
  readonly events: readonly EventView[];
  readonly gaps: readonly EventGap[];
  /** How many fell out at the old end, which nothing shows until the journal is read again. */
  readonly leftOut: number;
  /** Grows whenever what stands before these events has to be read from the journal again. */
  readonly reading: number;
}

/** What this window knows of the events. Written by the event feed alone. */
export const eventFeedState = createStore<EventFeedState>(() => ({
  connection: 'closed',
  sinceMs: Date.now(),
  listening: [],
  unkeptSinceMs: null,
  events: [],
  gaps: [],
  leftOut: 0,
  reading: 0,
}));
