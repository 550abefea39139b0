import type * as z from 'zod/mini';
import type { AlarmView, floodSchema } from '../../api/alarms.ts';
import type { Caller } from '../access/caller.ts';
import type { KeptEvent } from '../store/event-store.ts';

/** An event that the journal took in: a new one, or one that has grown. */
export interface StoredEvent {
  readonly event: KeptEvent;
  readonly isNew: boolean;
}

/** Where whoever acts on events hears of them: once each, in order, when they are in the journal. */
export interface StoredEvents {
  /** What a listener throws is logged and stops nobody else. @returns the way to stop listening */
  onStored(listener: (events: readonly StoredEvent[]) => void): () => void;
}

export interface AlarmNews {
  readonly alarms: readonly AlarmView[];
  readonly flood: z.infer<typeof floodSchema>;
}

/**
 * The alarms that travel on the socket of the events. What a caller may see is asked anew at each
 * sending, so that the source tells only which have changed.
 */
export interface AlarmFeed {
  /**
   * Those of these ids that the caller may see, also one that has just been closed; with `open` all
   * that are not closed.
   */
  read(caller: Caller, alarmIds: 'open' | ReadonlySet<string>): AlarmNews;
  /**
   * Called after each change, with no ids where only the flood began or ended.
   * @returns the way to stop listening
   */
  onChanged(listener: (alarmIds: readonly string[]) => void): () => void;
}

/** Stands where nothing makes alarms of events. */
export const noAlarms: AlarmFeed = {
  read: () => ({ alarms: [], flood: { active: false, sinceMs: null } }),
  onChanged: () => () => undefined,
};
