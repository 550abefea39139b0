import type { EventOperations, EventSubscription } from './event-operations.ts';
import type { DeviceLink, Operations } from './protocol.ts';

type Run = (operations: Operations, link: DeviceLink, channel: string) => Promise<unknown>;

const gate = { zoneCode: 'F00001', plate: 'DSP963' };
const call = { deviceName: 'vendor/device', caller: '0000001', active: true };
const mark = { title: 'Gate', backup: { beforeSeconds: 5, afterSeconds: 60, channels: [] } };
/** The last hour of some day. */
const hour = { fromMs: 1_763_696_400_000, toMs: 1_763_700_000_000 };

/** How each operation on events is called by the contract. */
export const eventRuns: Readonly<Record<keyof EventOperations, Run>> = {
  subscribeEvents: async (does, link) => (await does.subscribeEvents?.(link))?.map(tried),
  listPastEvents: async (does, link) => does.listPastEvents?.(link, hour),
  pushPlate: async (does, link) => does.pushPlate?.(link, gate),
  pushCall: async (does, link) => does.pushCall?.(link, call),
  markEvent: async (does, link, channel) => does.markEvent?.(link, channel, mark),
};

/** A way to listen that fits the row of its endpoint, and that nonsense does not end. */
function tried({ kind, call: { endpoint, query = {} }, reader }: EventSubscription) {
  const asked = endpoint.query.parse(query);
  const events = reader().read('\0{"nonsense":[\r\n\r\n--\n<html>', 0);
  return { kind, endpoint: endpoint.id, asked, events };
}
