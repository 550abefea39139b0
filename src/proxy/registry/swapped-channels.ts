import type { CameraRow } from '../store/store.ts';
import type { ActiveCamera } from './active-device.ts';

/**
 * The cameras of a device after two of its channels have changed places. What a channel offers, and
 * where, stays with the channel until the device is asked again.
 */
export function swappedChannels(
  cameras: readonly ActiveCamera[],
  [one, other]: readonly [string, string],
): readonly ActiveCamera[] {
  const at = (channel: string) => cameras.find(({ row }) => row.channel === channel)?.row;
  const places = new Map([
    [one, { channel: other, description: at(other)?.description }],
    [other, { channel: one, description: at(one)?.description }],
  ]);
  return cameras.map((camera) => {
    const place = places.get(camera.row.channel);
    if (!place) return camera;
    const { channel, description = camera.row.description } = place;
    return { ...camera, row: { ...camera.row, channel, description } };
  });
}

/** In an order in which no two rows have one channel at any moment: first aside, then in place. */
export function rowsOfSwap(cameras: readonly ActiveCamera[]): readonly CameraRow[] {
  const rows = cameras.map(({ row }) => row);
  return [...rows.map((row) => ({ ...row, channel: `aside ${row.id}` })), ...rows];
}
