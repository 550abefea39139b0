import type { HeadState } from '../motors/motor-head.ts';
import type { CommandDesk } from './command-desk.ts';

export interface HeadReport extends HeadState {
  /** The device's own number of the camera; 1 where there is only one. */
  readonly camera: number;
}

export interface PortReport {
  readonly camera: number;
  /** As the device's own commands name it: a token or a number. */
  readonly port: string;
  readonly on: boolean;
}

/** What came in at a loudspeaker. */
export interface HeardReport {
  readonly camera: number;
  readonly bytes: number;
  readonly firstAtMs: number | null;
  readonly lastAtMs: number | null;
  /** The loudest frequency of the last second; null for silence. */
  readonly hertz: number | null;
}

/** What a microphone picks up. */
export interface ToneReport {
  readonly camera: number;
  readonly hertz: number;
}

/** What of a device can be steered and switched, and how that stands now. */
export interface DeviceControls {
  readonly desk: CommandDesk;
  heads(): readonly HeadReport[];
  outputs(): readonly PortReport[];
  inputs(): readonly PortReport[];
  /** False where there is no such input. */
  setInput(camera: number, port: string, on: boolean): boolean;
  heard(): readonly HeardReport[];
  tones(): readonly ToneReport[];
}

/** Controls of a device that lacks what is not given. */
export function controlsOf(
  given: Pick<DeviceControls, 'desk'> & Partial<DeviceControls>,
): DeviceControls {
  return {
    heads: () => [],
    outputs: () => [],
    inputs: () => [],
    setInput: () => false,
    heard: () => [],
    tones: () => [],
    ...given,
  };
}
