import type { EventSubscription } from '../event-operations.ts';
import type { Operations } from '../protocol.ts';
import { monitorEvents, readEvents } from './endpoints-events.ts';
import { EventDataReader } from './event-data-reader.ts';

export const events = {
  /** All groups that the model has: it is asked for none by name, as it may lack some. */
  async subscribeEvents(): Promise<readonly EventSubscription[]> {
    return [
      {
        kind: 'stream',
        call: { endpoint: monitorEvents, query: { action: 'monitor' } },
        // "Continuously" is all that the document says; its examples repeat what has not changed.
        silenceMs: 25_000,
        reader: () => new EventDataReader(false),
      },
      {
        kind: 'poll',
        call: { endpoint: readEvents, query: { action: 'get' } },
        watchedEveryMs: 1000,
        elseEveryMs: 5000,
        reader: () => new EventDataReader(true),
      },
    ];
  },
} satisfies Operations;
