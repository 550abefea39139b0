import { createHash } from 'node:crypto';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';

/**
 * By what two reports are known to be of the same: the incident where the device names it, else
 * what happened, where, and in which second of the device, which is as exact as its log is.
 */
export function eventKey(deviceId: string, reported: ReportedEvent): string | undefined {
  const { incident, deviceAtMs, channel, fact, isSnapshot } = reported;
  if (incident !== undefined) return hashed('incident', deviceId, incident);
  if (deviceAtMs === undefined || isSnapshot) return undefined;
  const second = Math.floor(deviceAtMs / 1000);
  return hashed('moment', deviceId, channel, second, fact.topic, identityOf(fact));
}

/** What tells one fact from another of its topic, in a live report and in a log alike. */
function identityOf(fact: EventFact): unknown {
  switch (fact.topic) {
    case 'plate':
      return fact.plate;
    case 'system':
      return fact.code;
    case 'object':
      return [fact.kind, fact.objectId];
    case 'call':
      return [fact.caller, fact.active];
    case 'channel':
      return [fact.change, fact.state];
    case 'motion':
      return fact.active;
    case 'parking':
      return fact.lots.map(({ id, count }) => [id, count]);
    default:
      return fact;
  }
}

function hashed(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
}
