import type { AxisRange, PtzPosition, PtzPositionAxis } from '../../domain/ptz.ts';
import type { DeviceLink, Endpoint } from '../protocol.ts';
import type { PointedPicture, SteeringOperations } from '../steering-operations.ts';
import { checkChannel, command, illegal } from './calls.ts';
import { ptzRows } from './endpoints-ptz.ts';
import { ptzConfiguration } from './endpoints-ptz-configuration.ts';
import { operationOf } from './parameter-groups.ts';
import { absoluteRanges, autofocusValues, relativeRanges } from './ptz-abilities.ts';
import { readPosition } from './ptz-replies.ts';

const axes = ['pan', 'tilt', 'zoom', 'focus'] as const;

/** Degrees to a tenth, steps whole. */
function rounded(axis: PtzPositionAxis, value: number): number {
  const perUnit = axis === 'pan' || axis === 'tilt' ? 10 : 1;
  return Math.round(value * perUnit) / perUnit;
}

function checked(
  endpoint: Endpoint,
  prefix: '' | 'r',
  position: PtzPosition,
  ranges: Readonly<Record<PtzPositionAxis, AxisRange>>,
): Readonly<Record<string, number>> {
  const given = axes.flatMap((axis) => {
    const value = position[axis];
    if (value === undefined) return [];
    const { least, most } = ranges[axis];
    if (!(value >= least && value <= most)) throw illegal(endpoint);
    return [[`${prefix}${axis}`, rounded(axis, value)] as const];
  });
  if (given.length === 0) throw illegal(endpoint);
  return Object.fromEntries(given);
}

/** Only the share of the point counts; a picture whose size nobody knows is taken for this one. */
const usualPicture = { width: 1920, height: 1080 };

/** Our streams by the names that `stream` takes; of others the first H.264 stream stands for all. */
const streamNames: ReadonlyMap<string, string> = new Map([
  ['main-mjpeg', 'jpeg'],
  ['main-jpeg', 'jpeg'],
  ['sub-rtsp', 'h264_2'],
]);

async function centre(
  link: DeviceLink,
  x: number,
  y: number,
  { streamId, ...picture }: PointedPicture,
): Promise<void> {
  const imagewidth = picture.width ?? usualPicture.width;
  const imageheight = picture.height ?? usualPicture.height;
  await command(link, ptzRows.center, {
    center: `${Math.round(x * imagewidth)},${Math.round(y * imageheight)}`,
    imagewidth,
    imageheight,
    stream: streamNames.get(streamId) ?? 'h264',
  });
}

async function position(link: DeviceLink): Promise<PtzPosition> {
  const endpoint = ptzRows.position;
  const { text } = await link.call({ endpoint, query: { query: 'position' } });
  return readPosition(text, operationOf(endpoint));
}

export const ptzAim = {
  async turnPtzTo(link, channel, to) {
    checkChannel(channel, ptzRows.absolute);
    const query = checked(ptzRows.absolute, '', to, absoluteRanges);
    await command(link, ptzRows.absolute, query);
  },

  async turnPtzBy(link, channel, change) {
    checkChannel(channel, ptzRows.relative);
    const query = checked(ptzRows.relative, 'r', change, relativeRanges);
    await command(link, ptzRows.relative, query);
  },

  async readPtzPosition(link, channel) {
    checkChannel(channel, ptzRows.position);
    return position(link);
  },

  async centrePtz(link, channel, { x, y }, picture) {
    checkChannel(channel, ptzRows.center);
    await centre(link, x, y, picture);
  },

  /**
   * Centres the box and zooms in by the share of the way that is left: a box of half the picture
   * goes half of it. No command of the document does it, nor does it say how steps of zoom relate
   * to what is seen.
   */
  async zoomPtzToBox(link, channel, box, picture) {
    checkChannel(channel, ptzRows.center);
    const { zoom = 0 } = await position(link);
    await centre(link, box.x + box.width / 2, box.y + box.height / 2, picture);
    const left = absoluteRanges.zoom.most - zoom;
    const rzoom = Math.round(left * (1 - Math.min(1, Math.max(box.width, box.height))));
    if (rzoom > 0) await command(link, ptzRows.relative, { rzoom });
  },

  async goHome(link, channel) {
    checkChannel(channel, ptzRows.home);
    await command(link, ptzRows.home, { move: 'home' });
  },

  async saveHome(link, channel) {
    checkChannel(channel, ptzConfiguration.homeSet);
    await command(link, ptzConfiguration.homeSet, { home: 'yes' });
  },

  async setAutofocus(link, channel, mode) {
    checkChannel(channel, ptzRows.autofocus);
    await command(link, ptzRows.autofocus, { autofocus: autofocusValues[mode] });
  },
} satisfies SteeringOperations;
