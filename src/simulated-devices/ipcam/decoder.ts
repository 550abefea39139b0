import {
  type CommandKind,
  type DeviceCommand,
  type Outcome,
  obeyed,
  parametersOf,
  refused,
} from '../control/device-command.ts';
import { smallHeadPlan } from '../motors/head-plans.ts';
import { type Axis, MotorHead, type Position } from '../motors/motor-head.ts';

const fullSpeed = 100;
const patrolPace = 0.5;
const patrolWaitMs = 500;
/** One step, of the head in degrees and of the lens in its own steps. */
const oneStep: Readonly<Record<Axis, number>> = { pan: 5, tilt: 5, zoom: 500, focus: 500, iris: 5 };

type Way = readonly [axis: Axis, sign: 1 | -1];

const up: Way = ['tilt', 1];
const down: Way = ['tilt', -1];
const left: Way = ['pan', -1];
const right: Way = ['pan', 1];

/** Codes that start: 0 to 6 are the document's, the others those of the vendor's later list. */
const starts: ReadonlyMap<number, readonly Way[]> = new Map<number, readonly Way[]>([
  [0, [up]],
  [2, [down]],
  [4, [left]],
  [6, [right]],
  [8, [['iris', -1]]],
  [10, [['iris', 1]]],
  [12, [['focus', -1]]],
  [14, [['focus', 1]]],
  [16, [['zoom', 1]]],
  [18, [['zoom', -1]]],
  [90, [left, up]],
  [91, [right, up]],
  [92, [left, down]],
  [93, [right, down]],
]);
const lastPairedStop = 19;
const centre = 25;
const verticalPatrol = 26;
const stopVerticalPatrol = 27;
const horizontalPatrol = 28;
const stopHorizontalPatrol = 29;
const firstPreset = 30;
const lastPreset = 61;
const outputHigh = 94;
const outputLow = 95;

/** The motors, the memory and the output behind `decoder_control.cgi`. */
export class Decoder {
  readonly head: MotorHead;
  readonly #presets = new Map<number, Position>();
  /** IO output, high or low. */
  outputOn = false;

  constructor(now: () => number) {
    this.head = new MotorHead(smallHeadPlan, now);
  }

  obey(query: URLSearchParams): Outcome {
    const code = codeOf(query);
    if (code === null) return refused('there is no such command');
    const ways = starts.get(code);
    if (ways !== undefined) return this.#start(ways, query.get('onestep') === '1');
    const stopped = code <= lastPairedStop ? starts.get(code - 1)?.[0] : undefined;
    if (stopped !== undefined) return this.#stop(stopped);
    if (code >= firstPreset && code <= lastPreset) return this.#presetCode(code - firstPreset);
    return this.#other(code);
  }

  #start(ways: readonly Way[], stepOnly: boolean): Outcome {
    for (const [axis, sign] of ways) {
      if (stepOnly) this.head.moveBy({ [axis]: sign * oneStep[axis] });
      else this.head.keepMoving(axis, sign * fullSpeed);
    }
    return obeyed(stepOnly ? 'one step' : `moves ${ways.map(nameOf).join(' and ')}`);
  }

  /** A stop ends its own movement alone: "Stop up" says nothing to a head that goes down. */
  #stop(way: Way): Outcome {
    const [axis, sign] = way;
    if (Math.sign(this.head.speedOf(axis)) !== sign)
      return obeyed(`nothing: it does not move ${nameOf(way)}`);
    this.head.stop([axis]);
    return obeyed(`stops ${nameOf(way)}`);
  }

  /** The vendor's later list: even numbers set preset 1 and up, odd ones go there. */
  #presetCode(index: number): Outcome {
    const number = Math.floor(index / 2) + 1;
    if (index % 2 === 0) {
      this.#presets.set(number, this.head.position);
      return obeyed(`set preset ${number}`);
    }
    const position = this.#presets.get(number);
    if (position === undefined) return obeyed(`nothing: preset ${number} is not set`);
    this.head.moveTo(position);
    return obeyed(`goes to preset ${number}`);
  }

  #other(code: number): Outcome {
    switch (code) {
      case centre:
        this.head.goHome();
        return obeyed('goes to the centre');
      case verticalPatrol:
        return this.#patrol('tilt');
      case horizontalPatrol:
        return this.#patrol('pan');
      case stopVerticalPatrol:
      case stopHorizontalPatrol:
        this.head.stop(code === stopVerticalPatrol ? ['tilt'] : ['pan']);
        return obeyed('stops the patrol');
      case outputHigh:
      case outputLow:
        this.outputOn = code === outputHigh;
        return obeyed(`output ${this.outputOn ? 'high' : 'low'}`);
      default:
        return obeyed('nothing: reserved');
    }
  }

  #patrol(axis: 'pan' | 'tilt'): Outcome {
    this.head.patrol(axis, patrolPace, patrolWaitMs);
    return obeyed(`patrols ${axis === 'pan' ? 'horizontally' : 'vertically'}`);
  }
}

/** The code that a request names; null for none of the document's or of the vendor's list. */
function codeOf(query: URLSearchParams): number | null {
  const text = query.get('command') ?? '';
  const code = Number(text);
  const known =
    (code >= 0 && code <= lastPreset) || (code >= 90 && code <= outputLow) || code === 255;
  return /^\d+$/.test(text) && known ? code : null;
}

function kindOf(code: number | null): CommandKind {
  if (code === null) return 'move';
  if (code === outputHigh || code === outputLow) return 'output';
  if (code === stopVerticalPatrol || code === stopHorizontalPatrol) return 'stop';
  if (code <= lastPairedStop && code % 2 === 1) return 'stop';
  return code >= firstPreset && code <= lastPreset && code % 2 === 0 ? 'preset' : 'move';
}

/** A request for `decoder_control.cgi`, as it is noted. */
export function decoderCommand(query: URLSearchParams): DeviceCommand {
  return {
    camera: 1,
    kind: kindOf(codeOf(query)),
    command: 'decoder_control.cgi',
    parameters: parametersOf(query, ['command', 'onestep', 'degree']),
  };
}

function nameOf([axis, sign]: Way): string {
  if (axis === 'tilt') return sign > 0 ? 'up' : 'down';
  if (axis === 'pan') return sign > 0 ? 'right' : 'left';
  return `${axis} ${sign > 0 ? '+' : '-'}`;
}
