import {
  isStill,
  movingAxes,
  type PtzAxis,
  type PtzStep,
  type PtzVelocity,
} from '../../domain/ptz.ts';
import type { DeviceLink, Endpoint, QueryValue } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { checkChannel, command, isRefusal, notSupported } from './calls.ts';
import { ptzRows } from './endpoints-ptz.ts';
import { ptzAbilities } from './ptz-abilities.ts';
import { readPtzModel } from './ptz-model.ts';

/** -100..100 of the full speed. What moves at all moves by one percent at least. */
function percent(share: number): number {
  return Math.sign(share) * Math.max(Math.ceil(Math.abs(share)), Math.round(Math.abs(share) * 100));
}

/** Positive values mean near here, and far everywhere else. */
const focusPercent = ({ focus }: PtzVelocity) => 0 - percent(focus);

const irisWay = ({ iris }: PtzVelocity) => (iris > 0 ? 'open' : iris < 0 ? 'close' : 'stop');

interface Command {
  readonly endpoint: Endpoint;
  readonly query: Readonly<Record<string, QueryValue>>;
}

/** What tells pan, tilt and zoom to go on otherwise, in one call. Empty where all goes on as before. */
function headCommands(velocity: PtzVelocity, before: PtzVelocity): readonly Command[] {
  const continuouspantiltmove = `${percent(velocity.pan)},${percent(velocity.tilt)}`;
  const continuouszoommove = percent(velocity.zoom);
  const turns = continuouspantiltmove !== `${percent(before.pan)},${percent(before.tilt)}`;
  const zooms = continuouszoommove !== percent(before.zoom);
  if (turns) {
    const query = { continuouspantiltmove, ...(zooms && { continuouszoommove }) };
    return [{ endpoint: ptzRows.move, query }];
  }
  return zooms ? [{ endpoint: ptzRows.zoom, query: { continuouszoommove } }] : [];
}

function lensCommands(velocity: PtzVelocity, before: PtzVelocity): readonly Command[] {
  const continuousfocusmove = focusPercent(velocity);
  const continuousirismove = irisWay(velocity);
  const refocuses = continuousfocusmove !== focusPercent(before);
  const turnsIris = continuousirismove !== irisWay(before);
  return [
    ...(refocuses ? [{ endpoint: ptzRows.focus, query: { continuousfocusmove } }] : []),
    ...(turnsIris ? [{ endpoint: ptzRows.iris, query: { continuousirismove } }] : []),
  ];
}

/** What stops each axis; pan and tilt are one. */
const stops: Readonly<Record<PtzAxis, Command>> = {
  pan: { endpoint: ptzRows.move, query: { continuouspantiltmove: '0,0' } },
  tilt: { endpoint: ptzRows.move, query: { continuouspantiltmove: '0,0' } },
  zoom: { endpoint: ptzRows.zoom, query: { continuouszoommove: 0 } },
  focus: { endpoint: ptzRows.focus, query: { continuousfocusmove: 0 } },
  iris: { endpoint: ptzRows.iris, query: { continuousirismove: 'stop' } },
};

/** A camera that refuses to stop an axis which it cannot move stands still on that axis. */
async function stopAxis(link: DeviceLink, axis: PtzAxis): Promise<void> {
  try {
    await command(link, stops[axis].endpoint, stops[axis].query);
  } catch (failure) {
    if (!isRefusal(failure)) throw failure;
    const { moves } = ptzAbilities(await readPtzModel(link));
    if (moves.includes(axis)) throw failure;
  }
}

/** Steps of a motorised lens in one command: one of the powers of two that the document allows. */
const lensStep = 8;

const horizontal: Readonly<Record<PtzStep['pan'], string>> = { [-1]: 'left', 0: '', 1: 'right' };
const vertical: Readonly<Record<PtzStep['tilt'], string>> = { [-1]: 'down', 0: '', 1: 'up' };

function stepCommands({ pan, tilt, zoom, focus }: PtzStep): readonly Command[] {
  const move = `${vertical[tilt]}${horizontal[pan]}`;
  return [
    ...(move === '' ? [] : [{ endpoint: ptzRows.step, query: { move } }]),
    ...(zoom === 0 ? [] : [{ endpoint: ptzRows.zoomSteps, query: { zoomsteps: zoom * lensStep } }]),
    ...(focus === 0
      ? []
      : [{ endpoint: ptzRows.focusSteps, query: { focussteps: focus * -lensStep } }]),
  ];
}

export const ptzMove = {
  async readPtzAbilities(link, channel) {
    checkChannel(channel, ptzRows.commands);
    return ptzAbilities(await readPtzModel(link));
  },

  async movePtz(link, channel, velocity, before) {
    checkChannel(channel, ptzRows.move);
    const commands = [...headCommands(velocity, before), ...lensCommands(velocity, before)];
    for (const { endpoint, query } of commands) await command(link, endpoint, query);
  },

  /** Side by side, so that one axis which does not answer keeps no other from stopping. */
  async stopPtz(link, channel, moving) {
    checkChannel(channel, ptzRows.move);
    const axes = isStill(moving) ? (['pan', 'zoom'] as const) : movingAxes(moving);
    const apart = axes.filter((axis) => axis !== 'tilt' || moving.pan === 0);
    const outcomes = await Promise.allSettled(apart.map((axis) => stopAxis(link, axis)));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') throw outcome.reason;
    }
  },

  async stepPtz(link, channel, step) {
    checkChannel(channel, ptzRows.step);
    const commands = stepCommands(step);
    if (commands.length === 0 || step.iris !== 0) throw notSupported(ptzRows.iris);
    for (const { endpoint, query } of commands) await command(link, endpoint, query);
  },
} satisfies SteeringOperations;
