import type { EventSubscription } from '../event-operations.ts';
import type { Operations } from '../protocol.ts';
import { ipcamEndpoint } from './endpoints.ts';
import { StatusReader } from './status-reader.ts';

export const eventOperations = {
  /** The document has no way to be told, so the status is asked again and again. */
  async subscribeEvents(): Promise<readonly EventSubscription[]> {
    return [
      {
        kind: 'poll',
        call: { endpoint: ipcamEndpoint.readStatus },
        watchedEveryMs: 1000,
        elseEveryMs: 5000,
        reader: () => new StatusReader(),
      },
    ];
  },
} satisfies Operations;
