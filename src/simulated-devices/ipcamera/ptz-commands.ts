import { domePlan } from '../motors/head-plans.ts';
import type { Axis, Position } from '../motors/motor-head.ts';
import { turnTowards, viewOf } from '../motors/view.ts';
import type { MotorKind } from './camera-model.ts';
import type { PtzUnit } from './ptz-unit.ts';

const axisLimits = domePlan.limits;

/** What a parameter does once all of them are found valid; a string says what is wrong. */
export type Plan = (() => boolean) | string;
export type Command = (unit: PtzUnit, value: string, query: URLSearchParams) => Plan;

const step = 5;
const directions: Readonly<Record<string, readonly [pan: number, tilt: number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
  upleft: [-1, 1],
  upright: [1, 1],
  downleft: [-1, -1],
  downright: [1, -1],
};

const does =
  (act: () => void): Plan =>
  () => {
    act();
    return true;
  };

function numberWithin(value: string, least: number, most: number, whole: boolean): number | null {
  const number = Number(value);
  const valid = whole ? /^-?\d+$/.test(value) : /^-?\d+(\.\d+)?$/.test(value);
  return valid && number >= least && number <= most ? number : null;
}

const isLens = (axis: Axis): boolean => axis === 'zoom' || axis === 'focus';

const absolute =
  (axis: Axis): Command =>
  ({ head }, value) => {
    const to = numberWithin(value, axisLimits[axis].least, axisLimits[axis].most, isLens(axis));
    return to === null ? 'out of range' : does(() => head.moveTo({ [axis]: to }));
  };

const relative =
  (axis: Axis): Command =>
  ({ head }, value) => {
    const most = isLens(axis) ? 9999 : 360;
    const by = numberWithin(value, -most, most, isLens(axis));
    return by === null ? 'out of range' : does(() => head.moveBy({ [axis]: by }));
  };

/** `inward` is -1 where positive values mean towards the low end: near, for the focus. */
const continuous =
  (axis: Axis, inward = 1): Command =>
  ({ head }, value) => {
    const percent = numberWithin(value, -100, 100, true);
    return percent === null ? 'out of range' : does(() => head.keepMoving(axis, percent * inward));
  };

const numbered =
  (most: number, go: (unit: PtzUnit, number: number) => boolean): Command =>
  (unit, value) => {
    const number = numberWithin(value, 1, most, true);
    return number === null ? 'out of range' : () => go(unit, number);
  };

const move: Command = ({ head }, value) => {
  if (value === 'home') return does(() => head.goHome());
  const [pan, tilt] = directions[value] ?? [];
  if (pan === undefined || tilt === undefined) return 'no such direction';
  return does(() => head.moveBy({ pan: pan * step, tilt: tilt * step }));
};

const panAndTilt: Command = ({ head }, value) => {
  const [pan, tilt, ...more] = value.split(',').map((part) => numberWithin(part, -100, 100, true));
  if (typeof pan !== 'number' || typeof tilt !== 'number' || more.length > 0) return 'out of range';
  return does(() => {
    head.keepMoving('pan', pan);
    head.keepMoving('tilt', tilt);
  });
};

/** Turns so that the clicked point comes to the middle. */
const center: Command = ({ head, lens }, value, query) => {
  const [x, y] = value.split(',').map((part) => numberWithin(part, 0, 100_000, true));
  const width = numberWithin(query.get('imagewidth') ?? '', 1, 100_000, true);
  const height = numberWithin(query.get('imageheight') ?? '', 1, 100_000, true);
  if (typeof x !== 'number' || typeof y !== 'number' || width === null || height === null)
    return 'needs a point, imagewidth and imageheight';
  if (!['h264', 'h264_2', 'jpeg'].includes(query.get('stream') ?? 'h264')) return 'no such stream';
  if (x > width || y > height) return 'outside the image';
  const point = { x: x / width, y: y / height };
  return does(() => head.moveBy(turnTowards(lens, viewOf(head.position), point, width / height)));
};

const stepSizes = [1, 2, 4, 8, 16, 32, 64, 128];
const stepWords = stepSizes.flatMap((size) => [size, -size]).join('|');
const lensUnitsPerStep = 20;

/** Positive steps are inward: in for the zoom, near for the focus, which counts towards far. */
const steps =
  (axis: 'zoom' | 'focus', inward: 1 | -1): Command =>
  ({ head }, value) => {
    const size = Math.abs(Number(value));
    if (!/^-?\d+$/.test(value) || !stepSizes.includes(size)) return 'no such step';
    return does(() => head.moveBy({ [axis]: Number(value) * inward * lensUnitsPerStep }));
  };
const irisPercents: Readonly<Record<string, number>> = { stop: 0, open: 100, close: -100 };
const continuousIris: Command = ({ head }, value) => {
  const percent = irisPercents[value];
  return percent === undefined ? 'no such way' : does(() => head.keepMoving('iris', percent));
};

/** What a push or a reset does to the lens; `on`, `off` and `zoomtrigger` are kept as they are. */
const autofocusMoves: Readonly<Record<string, Partial<Position>>> = {
  pushaf: { focus: 5000 },
  zoomreset: { zoom: 0 },
  focusreset: { focus: 5000 },
  reset: { zoom: 0, focus: 5000 },
};
const autofocus =
  (...modes: readonly string[]): Command =>
  (unit, value) => {
    if (!modes.includes(value)) return `must be ${modes.join(', ')}`;
    const move = autofocusMoves[value];
    return does(() => {
      if (move === undefined) unit.autofocus = value;
      else unit.head.moveTo(move);
    });
  };
const domeFocus = ['on', 'off'];
const lensFocus = ['on', 'off', 'zoomtrigger', 'pushaf', 'zoomreset', 'focusreset', 'reset'];

export type PtzCommands = Readonly<Record<string, readonly [valid: string, command: Command]>>;

/** The rows of 5.3.1.1 that a "Full HD IP PTZ" has, each with what `info=1` says of it. */
const dome: PtzCommands = {
  move: [`home|${Object.keys(directions).join('|')}`, move],
  pan: ['-180.0..180.0', absolute('pan')],
  tilt: ['-10.0..190.0', absolute('tilt')],
  zoom: ['0..9999', absolute('zoom')],
  focus: ['0..9999', absolute('focus')],
  rpan: ['-360.0..360.0', relative('pan')],
  rtilt: ['-360.0..360.0', relative('tilt')],
  rzoom: ['-9999..9999', relative('zoom')],
  rfocus: ['-9999..9999', relative('focus')],
  autofocus: [domeFocus.join('|'), autofocus(...domeFocus)],
  continuouspantiltmove: ['-100..100,-100..100', panAndTilt],
  continuouszoommove: ['-100..100', continuous('zoom')],
  continuousfocusmove: ['-100..100', continuous('focus', -1)],
  gotoserverpresetno: ['1..256', numbered(256, (unit, n) => unit.goToPreset(n))],
  gotoserverautopanno: ['1..4', numbered(4, (unit, n) => unit.patrol('autopan', n))],
  gotoservercruiseno: ['1..8', numbered(8, (unit, n) => unit.patrol('cruise', n))],
  gotoserversequenceno: ['1..8', numbered(8, (unit, n) => unit.runSequence(n))],
  center: ['x,y', center],
};

/** Those that a camera with a motorised zoom lens has, and the iris of one whose lens has a thread. */
const lens: PtzCommands = {
  autofocus: [lensFocus.join('|'), autofocus(...lensFocus)],
  continuouszoommove: ['-100..100', continuous('zoom')],
  zoomsteps: [stepWords, steps('zoom', 1)],
  focussteps: [stepWords, steps('focus', -1)],
  continuousfocusmove: ['-100..100', continuous('focus', -1)],
  continuousirismove: [Object.keys(irisPercents).join('|'), continuousIris],
  gotoserverpresetno: ['1..256', numbered(256, (unit, n) => unit.goToPreset(n))],
};

export const ptzCommands: Readonly<Record<MotorKind, PtzCommands>> = { dome, lens };
