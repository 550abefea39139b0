import type { CommandDesk } from '../control/command-desk.ts';
import { controlsOf, type DeviceControls, type PortReport } from '../control/device-controls.ts';
import type { Channel } from './channel.ts';

/** Relays by their tokens, AUX outputs by `aux` and their zero-based numbers. */
function outputsOf({ id, device }: Channel): readonly PortReport[] {
  return [
    ...device.relays.map(({ token, on }) => ({ camera: id, port: token, on })),
    ...device.aux.map((on, number) => ({ camera: id, port: `aux${number}`, on })),
  ];
}

/** What of the recorder's cameras turns and switches; inputs are numbered from 1. */
export function recorderControls(channels: readonly Channel[], desk: CommandDesk): DeviceControls {
  return controlsOf({
    desk,
    heads: () =>
      channels
        .filter(({ device }) => device.traits.turns)
        .map(({ id, device }) => ({ camera: id, ...device.head.state })),
    outputs: () => channels.flatMap(outputsOf),
    inputs: () =>
      channels.flatMap(({ id, device }) =>
        device.inputs.map((on, index) => ({ camera: id, port: String(index + 1), on })),
      ),
    setInput: (camera, port, on) => {
      const device = channels.find(({ id }) => id === camera)?.device;
      const index = Number(port) - 1;
      if (device?.inputs[index] === undefined) return false;
      device.setInput(index, on);
      return true;
    },
  });
}
