import { domePlan } from '../motors/head-plans.ts';
import type { Axis } from '../motors/motor-head.ts';
import type { PtzUnit } from './ptz-unit.ts';
import { bare, failure, type RawReply, text } from './raw-reply.ts';

const axisLimits = domePlan.limits;

/** What a parameter does once all of them are found valid; a string says what is wrong. */
type Plan = (() => boolean) | string;
type Command = (unit: PtzUnit, value: string, query: URLSearchParams) => Plan;

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

const widestView = 60;
const narrowestView = 2;
const aspect = 16 / 9;

/** Turns so that the clicked point comes to the middle; the view narrows as the lens zooms in. */
const center: Command = ({ head }, value, query) => {
  const [x, y] = value.split(',').map((part) => numberWithin(part, 0, 100_000, true));
  const width = numberWithin(query.get('imagewidth') ?? '', 1, 100_000, true);
  const height = numberWithin(query.get('imageheight') ?? '', 1, 100_000, true);
  if (typeof x !== 'number' || typeof y !== 'number' || width === null || height === null)
    return 'needs a point, imagewidth and imageheight';
  if (!['h264', 'h264_2', 'jpeg'].includes(query.get('stream') ?? 'h264')) return 'no such stream';
  if (x > width || y > height) return 'outside the image';
  const zoomed = head.position.zoom / axisLimits.zoom.most;
  const view = widestView + (narrowestView - widestView) * zoomed;
  const pan = (x / width - 0.5) * view;
  const tilt = (0.5 - y / height) * (view / aspect);
  return does(() => head.moveBy({ pan, tilt }));
};

const autofocus: Command = (_, value) =>
  value === 'on' || value === 'off' ? does(() => undefined) : 'must be on or off';

/** The rows of 5.3.1.1 that a "Full HD IP PTZ" has, each with what `info=1` says of it. */
const commands: Readonly<Record<string, readonly [valid: string, command: Command]>> = {
  move: [`home|${Object.keys(directions).join('|')}`, move],
  pan: ['-180.0..180.0', absolute('pan')],
  tilt: ['-10.0..190.0', absolute('tilt')],
  zoom: ['0..9999', absolute('zoom')],
  focus: ['0..9999', absolute('focus')],
  rpan: ['-360.0..360.0', relative('pan')],
  rtilt: ['-360.0..360.0', relative('tilt')],
  rzoom: ['-9999..9999', relative('zoom')],
  rfocus: ['-9999..9999', relative('focus')],
  autofocus: ['on|off', autofocus],
  continuouspantiltmove: ['-100..100,-100..100', panAndTilt],
  continuouszoommove: ['-100..100', continuous('zoom')],
  continuousfocusmove: ['-100..100', continuous('focus', -1)],
  gotoserverpresetno: ['1..256', numbered(256, (unit, n) => unit.goToPreset(n))],
  gotoserverautopanno: ['1..4', numbered(4, (unit, n) => unit.patrol('autopan', n))],
  gotoservercruiseno: ['1..8', numbered(8, (unit, n) => unit.patrol('cruise', n))],
  gotoserversequenceno: ['1..8', numbered(8, (unit, n) => unit.runSequence(n))],
  center: ['x,y', center],
};
const beside = new Set(['imagewidth', 'imageheight', 'stream']);

/** `ptz.cgi` (5.3.1.1). All parameters are looked at before any is obeyed. */
export function answerPtz(unit: PtzUnit | null, query: URLSearchParams): RawReply {
  if (unit === null) return failure('PTZ is not supported');
  if (query.get('info') === '1') return text(commandList());
  if (query.has('query')) return answerQuery(unit, query.get('query'));
  const plans: (() => boolean)[] = [];
  for (const [name, value] of query) {
    if (beside.has(name)) continue;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) return failure(`${name} is not supported`);
    const plan = command[1](unit, value, query);
    if (typeof plan === 'string') return failure(`${name}: ${plan}`);
    plans.push(plan);
  }
  if (plans.length === 0) return failure('no command given');
  const done = plans.map((plan) => plan());
  return done.every(Boolean) ? bare(204) : failure('nothing is stored under this number');
}

function answerQuery({ head }: PtzUnit, what: string | null): RawReply {
  if (what !== 'position') return failure('query must be position');
  const { pan, tilt, zoom, focus } = head.position;
  const lines = [
    `pan=${pan.toFixed(1)}`,
    `tilt=${tilt.toFixed(1)}`,
    `zoom=${Math.round(zoom)}`,
    `focus=${Math.round(focus)}`,
  ];
  return text(lines.map((line) => `${line}\r\n`).join(''));
}

function commandList(): string {
  const rows = Object.entries(commands).map(([name, [valid]]) => `${name}=${valid}\r\n`);
  return `Available commands:\r\n${rows.join('')}query=position\r\n`;
}
