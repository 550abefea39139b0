import type { EventOperations, EventSubscription } from './event-operations.ts';
import type { DeviceLink, Operations } from './protocol.ts';

type Run = (operations: Operations, link: DeviceLink, channel: string) => Promise<unknown>;

const gate = { zoneCode: 'F00001', plate: 'DSP963' };
const call = { deviceName: 'vendor/device', caller: '0000001', active: true };
const mark = { title: 'Gate', backup: { beforeSeconds: 5, afterSeconds: 60, channels: [] } };
/** Days of which printed logs tell. */
const days = { fromMs: Date.UTC(2018, 1, 19), toMs: Date.UTC(2018, 1, 22) };

/** How each operation on events is called by the contract. */
export const eventRuns: Readonly<Record<keyof EventOperations, Run>> = {
  subscribeEvents: async (does, link) => (await does.subscribeEvents?.(link))?.map(tried),
  listPastEvents: async (does, link) => does.listPastEvents?.(link, days),
  pushPlate: async (does, link) => does.pushPlate?.(link, gate),
  pushCall: async (does, link) => does.pushCall?.(link, call),
  markEvent: async (does, link, channel) => does.markEvent?.(link, channel, mark),
  triggerMotion: async (does, link, channel) => does.triggerMotion?.(link, channel),
};

/** A way to listen that fits the row of its endpoint, and that nonsense does not end. */
function tried({ kind, call: { endpoint, query = {} }, reader }: EventSubscription) {
  const asked = endpoint.query.parse(query);
  const events = reader().read('\0{"nonsense":[\r\n\r\n--\n<html>', 0);
  return { kind, endpoint: endpoint.id, asked, events };
}
