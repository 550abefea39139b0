import type { ArmingMode } from '../../domain/arming.ts';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import type { LineMeaning, TimedLine } from '../parsing/event-line-reader.ts';
import { type MotionIncident, MotionIncidents } from '../parsing/motion-incidents.ts';
import { withoutAddresses } from '../parsing/without-addresses.ts';
import { fileEvent } from './file-event.ts';
import { type CaptureMode, type LineFact, readLineFact } from './line-fact.ts';

/** Percentages are guesses at each class; below this the picture rather shows something else. */
const leastLikely = 50;

const armingModes: Readonly<Record<CaptureMode, ArmingMode>> = {
  'continuous-capture': 'continuous',
  'motion-capture': 'motion',
  actions: 'actions',
};

/** What the lines of one connection mean; remembers which cameras see something move. */
export function lineMeaning(): LineMeaning {
  const incidents = new MotionIncidents();
  return (line) => {
    const said = readLineFact(line.name, line.info);
    return said === undefined ? null : eventsOf(said, line, incidents);
  };
}

function eventsOf(said: LineFact, line: TimedLine, incidents: MotionIncidents): ReportedEvent[] {
  const { channel, deviceAtMs } = line;
  const event = (fact: EventFact, incident?: string): ReportedEvent => ({
    channel,
    deviceAtMs,
    ...(incident === undefined ? {} : { incident }),
    fact,
  });
  /** Of what moves at this camera; each kind for itself, so that none takes the place of another. */
  const within = (what: string) => {
    const motion = incidents.at(channel);
    return motion && `${motion.id}-${what}`;
  };
  switch (said.kind) {
    case 'heartbeat':
      return incidents.endOverdue(line.receivedAtMs).map(quietened);
    case 'armed':
    case 'disarmed': {
      const armed = said.kind === 'armed';
      return [event({ topic: 'arming', mode: armingModes[said.mode], armed })];
    }
    case 'offline':
    case 'online': {
      const state = said.kind === 'online' ? 'connected' : 'no-response';
      return [event({ topic: 'channel', change: 'state', state })];
    }
    case 'config-change':
      return [event({ topic: 'channel', change: 'settings-changed' })];
    case 'file':
      return [fileEvent(channel, deviceAtMs, said.path)];
    case 'error':
      return [event(errorFact(said, channel))];
    case 'trigger': {
      const { mode, reasons } = said;
      return [
        event({ topic: 'trigger', mode: armingModes[mode], reasons }, within(`trigger-${mode}`)),
      ];
    }
    case 'classify':
      return Array.from(said.percentages)
        .filter(([, likelihood]) => likelihood >= leastLikely)
        .map(([kind, likelihood]) => event(objectFact(kind, likelihood), within(kind)));
    case 'motion': {
      const boxes = said.box === undefined ? [] : [{ ...said.box, unit: 'pixel' } as const];
      const began = channel === undefined ? undefined : incidents.moved(channel, line);
      const fact = { topic: 'motion', active: true, boxes } as const;
      return [{ ...event(fact, began?.id), ...(began && { deviceAtMs: began.beganAtMs }) }];
    }
    case 'motion-end': {
      const ended = channel === undefined ? undefined : incidents.ended(channel);
      if (ended === undefined) return [event({ topic: 'motion', active: false, boxes: [] })];
      return [quietened({ ...ended, lastAtMs: deviceAtMs })];
    }
  }
}

/** The end of an incident, when it was last heard of. */
function quietened({ id, channel, beganAtMs, lastAtMs }: MotionIncident): ReportedEvent {
  return {
    channel,
    deviceAtMs: beganAtMs,
    deviceEndMs: lastAtMs,
    incident: id,
    fact: { topic: 'motion', active: false, boxes: [] },
  };
}

function objectFact(kind: string, likelihood: number): EventFact {
  return {
    topic: 'object',
    kind,
    likelihood,
    attributes: {},
    clothes: [],
    colours: [],
    boxes: [],
    linked: [],
  };
}

/** OFFLINE follows where an error cost the picture of a camera; one of no camera is of the server. */
function errorFact(
  { codes, description }: Extract<LineFact, { kind: 'error' }>,
  channel: string | undefined,
): EventFact {
  return {
    topic: 'system',
    code: codes.join(','),
    name: withoutAddresses(description),
    severity: channel === undefined ? 'serious' : 'notice',
    parameters: {},
  };
}
