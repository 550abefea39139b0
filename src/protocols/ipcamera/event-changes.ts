import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import { onlyChannel } from './calls.ts';
import type { Detection, EventData } from './event-data.ts';
import type { FaceBox } from './face-boxes.ts';

/** The camera tells its state twice a second; how strong a movement is, once a second will do. */
const growEveryMs = 1000;

interface Known {
  readonly active: boolean;
  /** Of what goes on; absent while nothing does. */
  readonly incident: string | undefined;
  /** What was told last, as text. */
  readonly told: string;
  readonly toldAtMs: number;
}

interface State {
  readonly active: boolean;
  /** The camera does not look: that ends what was, and is no state by itself. */
  readonly isOff?: boolean | undefined;
  readonly fact: EventFact | undefined;
}

/** Makes changes of the states that a camera tells again and again. What it told first is no change. */
export class EventChanges {
  readonly #known = new Map<string, Known>();

  /** @param atMs by our clock: the camera does not say when anything was */
  of(data: EventData, atMs: number): readonly ReportedEvent[] {
    const events: ReportedEvent[] = [];
    const take = (what: string, state: State | undefined) => {
      const event = state && this.#change(what, state, atMs);
      if (event !== undefined) events.push(event);
    };
    for (const [area, detection] of data.motion) take(area, motionState(area, detection));
    if (data.tampering) take('tampering', tamperingState(data.tampering));
    for (const [index, input] of (data.io?.inputs ?? []).entries()) {
      const inputId = `input-${index + 1}`;
      const { active } = input;
      if (input.enabled) take(inputId, { active, fact: { topic: 'input', inputId, active } });
    }
    if (data.faces) take('faces', faceState(data.faces));
    return events;
  }

  #change(what: string, state: State, atMs: number): ReportedEvent | undefined {
    const { active, isOff, fact } = state;
    const before = this.#known.get(what);
    if (isOff && before === undefined) return undefined;
    const told = JSON.stringify(fact);
    const isSame = active ? told === before?.told : before?.active === false;
    const goesOn = active && before?.active === true;
    if (isSame || (goesOn && atMs - before.toldAtMs < growEveryMs)) return undefined;
    const begun = active ? `${what}-${atMs}` : undefined;
    const incident = before?.incident ?? begun;
    this.#known.set(what, {
      active,
      incident: active ? incident : undefined,
      told,
      toldAtMs: atMs,
    });
    if (fact === undefined) return undefined;
    return {
      channel: onlyChannel,
      ...(incident === undefined ? {} : { incident }),
      ...(before === undefined && { isSnapshot: true as const }),
      fact,
    };
  }
}

function motionState(area: string, { enabled, triggered, level }: Detection): State | undefined {
  const isOff = enabled === false;
  const active = isOff ? false : triggered;
  if (active === undefined) return undefined;
  const known = level === undefined ? {} : { level };
  return { active, isOff, fact: { topic: 'motion', active, ...known, area, boxes: [] } };
}

function tamperingState({ enabled, triggered }: Detection): State | undefined {
  const isOff = enabled === false;
  const active = isOff ? false : triggered;
  if (active === undefined) return undefined;
  return { active, isOff, fact: { topic: 'tampering', active } };
}

/** All streams show the same scene, so one tells where the faces are. That none is left is no fact. */
function faceState({ boxes }: NonNullable<EventData['faces']>): State | undefined {
  const streams: readonly (readonly FaceBox[])[] = [...boxes.values()];
  const [first] = streams;
  if (first === undefined) return undefined;
  const faces = streams.find((one) => one.length > 0);
  if (faces === undefined) return { active: false, fact: undefined };
  return {
    active: true,
    fact: {
      topic: 'object',
      kind: 'face',
      attributes: {},
      clothes: [],
      colours: [],
      boxes: faces,
      linked: [],
    },
  };
}
