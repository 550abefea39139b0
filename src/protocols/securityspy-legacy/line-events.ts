import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import type { LineMeaning, TimedLine } from '../parsing/event-line-reader.ts';
import { lastOfPath } from '../parsing/last-of-path.ts';
import { type MotionIncident, MotionIncidents } from '../parsing/motion-incidents.ts';
import { withoutAddresses } from '../parsing/without-addresses.ts';

/** What a kind of line says beside motion, in version 2 of the stream. */
const facts = new Map<string, (line: TimedLine) => EventFact>([
  ['ACTIVE', () => ({ topic: 'arming', mode: 'all', armed: true })],
  ['PASSIVE', () => ({ topic: 'arming', mode: 'all', armed: false })],
  ['ONLINE', () => ({ topic: 'channel', change: 'state', state: 'connected' })],
  ['OFFLINE', () => ({ topic: 'channel', change: 'state', state: 'no-response' })],
  ['CONFIGCHANGE', () => ({ topic: 'channel', change: 'settings-changed' })],
  ['FILE', ({ info }) => ({ topic: 'file', path: lastOfPath(info) })],
  ['ERROR', errorFact],
]);

/** What the lines of one connection mean; MOTION comes bare there, and has no end of its own. */
export function lineMeaning(): LineMeaning {
  const incidents = new MotionIncidents();
  return (line) => {
    const { name, channel, deviceAtMs, receivedAtMs } = line;
    if (name === 'NULL') {
      return incidents.endOverdue(receivedAtMs).map((one) => motion(one, false));
    }
    if (name === 'MOTION' && channel !== undefined) {
      return [motion(incidents.moved(channel, line), true)];
    }
    const fact = facts.get(name)?.(line);
    return fact === undefined ? null : [{ channel, deviceAtMs, fact }];
  };
}

function motion({ id, channel, beganAtMs, lastAtMs }: MotionIncident, active: boolean) {
  return {
    channel,
    deviceAtMs: beganAtMs,
    ...(active ? {} : { deviceEndMs: lastAtMs }),
    incident: id,
    fact: { topic: 'motion', active, boxes: [] },
  } satisfies ReportedEvent;
}

/** Codes first where there are any: `10,835 text` or `42 text`. */
function errorFact({ info, channel }: TimedLine): EventFact {
  const [, code = '', text = ''] =
    /^(?:(-?\d{1,9}(?:,-?\d{1,9}){0,3})(?: |$))?(.*)$/.exec(info) ?? [];
  return {
    topic: 'system',
    code,
    name: withoutAddresses(text),
    severity: channel === undefined ? 'serious' : 'notice',
    parameters: {},
  };
}
