import type { DeviceTraits } from './channel-device.ts';

const still: DeviceTraits = {
  turns: false,
  lens: false,
  maxPreset: 0,
  relays: [],
  aux: 0,
  inputs: 1,
};

/** Two of the channels turn: one that does all, and one that soon has no room for presets. */
const others: ReadonlyMap<number, DeviceTraits> = new Map([
  [
    1,
    {
      ...still,
      turns: true,
      lens: true,
      maxPreset: 128,
      relays: ['Gate', 'Floodlight'],
      aux: 2,
    },
  ],
  [4, { ...still, turns: true, maxPreset: 4 }],
]);

/** @param channel from 1 */
export function traitsOf(channel: number): DeviceTraits {
  return others.get(channel) ?? still;
}
