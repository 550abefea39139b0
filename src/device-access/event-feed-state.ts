import type { z } from 'zod/mini';
import { createStore } from 'zustand/vanilla';
import type { EventGap, EventView, listeningSchema } from '../api/events.ts';

/** How the subscription to one device stands. */
export type Listening = z.infer<typeof listeningSchema>;

/** What came of one choice of events while it was kept. */
export interface KeptEvents {
  /** In the order of their numbers. */
  readonly events: readonly EventView[];
  /** How many fell out at the old end, which nothing shows until the journal is read again. */
  readonly leftOut: number;
  /** Grows whenever what stands before these events has to be read from the journal again. */
  readonly reading: number;
}

export interface EventFeedState {
  /** `closed` while no page shows events. */
  readonly connection: 'closed' | 'connecting' | 'connected' | 'lost';
  /** Since when the connection is so, epoch ms by this window's clock. */
  readonly sinceMs: number;
  readonly listening: readonly Listening[];
  /** Since when the disk takes no events; null while all are kept. */
  readonly unkeptSinceMs: number | null;
  /** What is kept, by the name of who chose it. */
  readonly kept: ReadonlyMap<string, KeptEvents>;
  readonly gaps: readonly EventGap[];
  /** Grows whenever something may have come that was never told, so that the journal has to be read. */
  readonly reading: number;
}

/** What this window knows of the events. Written by the event feed alone. */
export const eventFeedState = createStore<EventFeedState>(() => ({
  connection: 'closed',
  sinceMs: Date.now(),
  listening: [],
  unkeptSinceMs: null,
  kept: new Map(),
  gaps: [],
  reading: 0,
}));
