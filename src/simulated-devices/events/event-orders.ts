import type { EventDesk } from './event-desk.ts';
import { eventFaultKinds } from './event-faults.ts';
import type { EventFields } from './event-order.ts';

/** `{"kind", "channel"?, …}`: what is beside those two is for the device's own table. */
export function sendEvent(desk: EventDesk, fields: EventFields): boolean {
  const { kind, channel } = fields;
  if (typeof kind !== 'string') return false;
  const chosen = typeof channel === 'number' ? { channel } : {};
  return desk.send({ kind, ...chosen, fields }) !== null;
}

/** `{"kind"?, "count", "perSecond"}` */
export function burst(desk: EventDesk, { kind, count, perSecond }: EventFields): boolean {
  if (typeof count !== 'number' || typeof perSecond !== 'number') return false;
  return desk.burst({ ...(typeof kind === 'string' ? { kind } : {}), count, perSecond });
}

/** `{"kind", "forMs"}`; `{"kind": "none"}` ends what there is. */
export function failEvents({ faults }: EventDesk, { kind, forMs = 0 }: EventFields): boolean {
  const known = eventFaultKinds.find((one) => one === kind);
  if (typeof forMs !== 'number' || (known === undefined && kind !== 'none')) return false;
  faults.set(known ?? null, forMs);
  return true;
}
