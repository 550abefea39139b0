import type { EventOperations } from './event-operations.ts';
import type { DeviceLink, Operations } from './protocol.ts';

type Run = (operations: Operations, link: DeviceLink, channel: string) => Promise<unknown>;

const hourMs = 3_600_000;
const toMs = Date.UTC(2025, 10, 21, 12);

/** How each operation that has to do with events is called by the contract. */
export const eventRuns: Readonly<Record<keyof EventOperations, Run>> = {
  subscribeEvents: async (does, link) => {
    const ways = (await does.subscribeEvents?.(link)) ?? [];
    return ways.map(({ kind, call, reader }) => ({
      kind,
      asked: [call.endpoint.id, call.query],
      read: reader().read('<html>', toMs),
    }));
  },
  listPastEvents: async (does, link) =>
    does.listPastEvents?.(link, { fromMs: toMs - hourMs, toMs }),
  triggerMotion: async (does, link, channel) => does.triggerMotion?.(link, channel),
};
