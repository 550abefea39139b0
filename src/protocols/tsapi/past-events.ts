import type { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { PastEvents } from '../event-operations.ts';
import type { DeviceLink, Endpoint, QueryValue } from '../protocol.ts';
import { isoInstant } from './device-time.ts';
import { eventLog, objectLog, plateLog } from './endpoints-footage.ts';
import type { EventMaker } from './event-fields.ts';
import { readLog } from './event-log-pages.ts';
import { objectMaker } from './object-events.ts';
import { isDispensable } from './or-nothing.ts';
import { loggedPlate } from './plate-events.ts';
import { systemEvents } from './system-events.ts';

interface Log {
  readonly endpoint: Endpoint;
  readonly query: Readonly<Record<string, QueryValue>>;
  readonly maker: () => EventMaker;
}

const lang = 'en-US';
const logs: readonly Log[] = [
  // `systemEvent` tells the system log (type 0) and no other, so no other is filled in.
  { endpoint: eventLog, query: { what: 'eventLog', type: 0, lang }, maker: () => systemEvents },
  { endpoint: plateLog, query: { what: 'carNo', lang }, maker: () => loggedPlate },
  { endpoint: objectLog, query: { what: 'object', lang }, maker: objectMaker },
];

/**
 * System log, number plates and objects of a time. Never complete: calls, motion, parking counts and
 * the states of channels and recordings are told once and kept nowhere.
 * @throws DeviceError where a server has none of the three logs, as TS-CMS has not
 */
export async function listPastEvents(
  link: DeviceLink,
  range: { readonly fromMs: number; readonly toMs: number },
): Promise<PastEvents> {
  const between = { timeBegin: isoInstant(range.fromMs), timeEnd: isoInstant(range.toMs) };
  const events: ReportedEvent[] = [];
  const refusals: DeviceError[] = [];
  for (const { endpoint, query, maker } of logs) {
    try {
      const entries = await readLog(link, endpoint, { ...query, ...between });
      const make = maker();
      events.push(...entries.flatMap((entry) => make(entry, range.toMs) ?? []));
    } catch (failure) {
      if (!isDispensable(failure)) throw failure;
      refusals.push(failure);
    }
  }
  const [refusal] = refusals;
  if (refusal !== undefined && refusals.length === logs.length) throw refusal;
  return { events: events.filter(isWithin(range)), complete: false };
}

/** A server may give more than it was asked for; what names no time cannot be put in its place. */
function isWithin({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) {
  return ({ deviceAtMs, deviceEndMs }: ReportedEvent) =>
    deviceAtMs !== undefined && deviceAtMs <= toMs && (deviceEndMs ?? deviceAtMs) >= fromMs;
}
