import { DeviceError } from '../../domain/device-error.ts';
import { noPtz, type PtzAbilities, type PtzAxis, type PtzVelocity } from '../../domain/ptz.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { steerableCamera } from './camera-list.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';
import { sendPtz } from './ptz-command.ts';
import { mostPresets, movesUntilStopped, ptzFeature } from './ptz-features.ts';

/** "PTZ command": down, level and up, each to the left, straight and to the right. */
const headings = [
  [10, 4, 11],
  [1, undefined, 2],
  [8, 3, 9],
] as const;
const zooms = [6, undefined, 5] as const;
const home = 7;
const stop = 99;

const axes = ['pan', 'tilt', 'zoom'] as const satisfies PtzAxis[];
type Directions = Readonly<Pick<PtzVelocity, (typeof axes)[number]>>;

/** The commands that go that way: one for the head, one for the lens. There is no speed. */
function commandsOf({ pan, tilt, zoom }: Directions): readonly number[] {
  const heading = headings[Math.sign(tilt) + 1]?.[Math.sign(pan) + 1];
  const lens = zooms[Math.sign(zoom) + 1];
  return [heading, lens].filter((command) => command !== undefined);
}

/**
 * The one stop ends everything. So where an axis has to stand, or to turn round, while others go on,
 * everything is stopped and the others are set going again.
 */
function changeOf(velocity: Directions, before: Directions): readonly number[] {
  const ends = axes.some(
    (axis) => before[axis] !== 0 && Math.sign(before[axis]) !== Math.sign(velocity[axis]),
  );
  const wanted = commandsOf(velocity);
  if (ends) return [stop, ...wanted];
  const going = commandsOf(before);
  return wanted.filter((command) => !going.includes(command));
}

async function send(link: DeviceLink, channel: string, commands: readonly number[]): Promise<void> {
  for (const command of commands) await sendPtz(link, channel, legacyEndpoint.move, command);
}

/** Focus and iris, which no command moves. */
const unsupported = () =>
  new DeviceError('unsupported', 'not-supported', { operation: operationOf(legacyEndpoint.move) });

export const ptzOperations = {
  async readPtzAbilities(link: DeviceLink, channel: string): Promise<PtzAbilities> {
    const { ptz: mask } = await steerableCamera(link, channel);
    const has = (bit: number) => (mask & bit) !== 0;
    const turns = has(ptzFeature.panTilt);
    const moved = axes.filter((axis) => (axis === 'zoom' ? has(ptzFeature.zoom) : turns));
    const goesOn = movesUntilStopped(mask);
    return {
      ...noPtz,
      moves: goesOn ? moved : [],
      steps: goesOn ? [] : moved,
      diagonal: turns,
      home: has(ptzFeature.home),
      presets: has(ptzFeature.presets) ? { most: mostPresets, named: false } : null,
    };
  },
  async movePtz(link, channel, velocity, before) {
    await send(link, channel, changeOf(velocity, before));
    if (commandsOf(velocity).length === 0) throw unsupported();
  },
  async stopPtz(link: DeviceLink, channel: string) {
    await send(link, channel, [stop]);
  },
  /**
   * The stop that follows does nothing to a camera that steps, and keeps one that goes on until it
   * is stopped from running away.
   */
  async stepPtz(link, channel, step) {
    const commands = commandsOf(step);
    if (commands.length === 0) throw unsupported();
    await send(link, channel, [...commands, stop]);
  },
  async goHome(link: DeviceLink, channel: string) {
    await send(link, channel, [home]);
  },
} satisfies SteeringOperations;
