import type { PtzVelocity } from '../../domain/ptz.ts';

export interface PresetPicture {
  readonly cameraId: string;
  readonly presetId: string;
  readonly takenAtMs: number;
  readonly jpeg: Uint8Array;
}

export interface OutputCommand {
  readonly cameraId: string;
  readonly outputId: string;
  readonly on: boolean;
  /** Name of whoever sent it. */
  readonly by: string;
  readonly atMs: number;
}

/** A camera that was set going and not stopped for sure. */
export interface KeptMovement {
  readonly cameraId: string;
  /** What it may be doing, any of these. */
  readonly velocities: readonly PtzVelocity[];
}

/** What is kept of steering and switching. All of it goes with its camera. */
export interface ControlStore {
  /** When each picture of a camera was taken, by preset. */
  readPictureTimes(cameraId: string): Promise<ReadonlyMap<string, number>>;
  readPicture(cameraId: string, presetId: string): Promise<PresetPicture | null>;
  /** Inserts or replaces. */
  savePicture(picture: PresetPicture): Promise<void>;
  removePicture(cameraId: string, presetId: string): Promise<void>;
  /** The last command of each output of a camera. */
  readOutputCommands(cameraId: string): Promise<readonly OutputCommand[]>;
  /** Inserts or replaces. */
  saveOutputCommand(command: OutputCommand): Promise<void>;
  readMovements(): Promise<readonly KeptMovement[]>;
  /** Inserts or replaces. */
  saveMovement(movement: KeptMovement): Promise<void>;
  removeMovement(cameraId: string): Promise<void>;
}
