import type { CommandKind } from '../control/device-command.ts';
import type { Axis, MotorHead } from '../motors/motor-head.ts';
import type { Channel } from './channel.ts';
import { code, type ResponseCode } from './response-codes.ts';

/** What a control command did. */
export interface ControlResult {
  readonly code: ResponseCode;
  readonly what: string;
  /** Beside code and message; absent for none. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

export function failed(value: ResponseCode, what: string): ControlResult {
  return { code: value, what };
}

export function done(what: string, beside?: Readonly<Record<string, unknown>>): ControlResult {
  return { code: code.success, what, ...(beside === undefined ? {} : { beside }) };
}

const commands = ['home', 'stop', 'move', 'zoom', 'focus', 'iris'] as const;
type PtzName = (typeof commands)[number];

/** The motor that a command of one parameter drives, and which way is positive. */
const lens: Readonly<Record<'zoom' | 'focus' | 'iris', readonly [axis: Axis, sign: 1 | -1]>> = {
  zoom: ['zoom', 1],
  // "focus=0.1  # Focus near": the head counts towards far.
  focus: ['focus', -1],
  iris: ['iris', 1],
};

function nameOf(query: URLSearchParams): PtzName | undefined {
  return commands.find((name) => query.has(name));
}

/** -1 to 1 each; an empty text is none, null is nonsense. */
function sharesOf(text: string): readonly number[] | null {
  if (text === '') return [];
  const shares = text.split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  return shares.every((share) => share >= -1 && share <= 1) ? shares : null;
}

/** A command whose speeds are all 0 is a stop ("same as stop command"). */
export function ptzKind(query: URLSearchParams): CommandKind {
  const name = nameOf(query);
  if (name === 'stop') return 'stop';
  if (name === undefined || name === 'home') return 'move';
  return sharesOf(query.get(name) ?? '')?.every((share) => share === 0) === true ? 'stop' : 'move';
}

/** "Pan tilt control". Up is positive, as in the document's diagonal; its "downward" contradicts it. */
export function answerPtz({ device }: Channel, query: URLSearchParams): ControlResult {
  const name = nameOf(query);
  if (name === undefined) return failed(code.invalidRequest, 'no command');
  const { head, traits } = device;
  const needsLens = name === 'focus' || name === 'iris';
  if (!traits.turns || (needsLens && !traits.lens))
    return failed(code.unsupported, 'it has no motor for it');
  if (name === 'home') {
    head.goHome();
    return done('goes home');
  }
  if (name === 'stop') {
    head.stop();
    return done('stops');
  }
  const shares = sharesOf(query.get(name) ?? '');
  if (shares === null) return failed(code.invalidParameters, 'not between -1 and 1');
  return name === 'move' ? move(head, shares) : moveLens(head, name, shares);
}

function move(head: MotorHead, [pan = 0, tilt = 0, ...more]: readonly number[]): ControlResult {
  if (more.length > 0) return failed(code.invalidParameters, 'too many speeds');
  if (pan === 0 && tilt === 0) {
    head.stop();
    return done('stops');
  }
  head.keepMoving('pan', pan * 100);
  head.keepMoving('tilt', tilt * 100);
  return done(`moves ${pan},${tilt}`);
}

function moveLens(
  head: MotorHead,
  name: keyof typeof lens,
  [share, ...more]: readonly number[],
): ControlResult {
  if (share === undefined || more.length > 0)
    return failed(code.invalidParameters, 'needs one speed');
  const [axis, sign] = lens[name];
  head.keepMoving(axis, share * sign * 100);
  return done(share === 0 ? `stops its ${name}` : `${name} ${share}`);
}
