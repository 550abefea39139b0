import type { DeviceLink } from './device-link.ts';
import type { EventOperations } from './event-operations.ts';

type Run = (operations: EventOperations, link: DeviceLink) => Promise<unknown>;

/** How each operation of events is called. */
export const eventRuns: Readonly<Record<keyof EventOperations, Run>> = {
  subscribeEvents: async ({ subscribeEvents }, link) => subscribeEvents?.(link),
  listPastEvents: async ({ listPastEvents }, link) =>
    listPastEvents?.(link, { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 0, 2) }),
};
