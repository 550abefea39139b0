import { BoundedLog } from './bounded-log.ts';

/** The digits of the capability number ("getptzcapabilities"). */
export const ptzFeature = {
  panTilt: 1,
  home: 2,
  zoom: 4,
  presets: 8,
  speed: 16,
  continuous: 32,
} as const;

export interface PtzMove {
  readonly atMs: number;
  readonly command: number;
  /** Null where the camera knows no speed or none was asked. */
  readonly speed: number | null;
}

const within = (command: number, first: number, last: number): boolean =>
  command >= first && command <= last;

/** What a camera must be able to do for a command ("PTZ command"); null for an unknown number. */
function neededFeatures(command: number): number | null {
  if (within(command, 1, 4) || within(command, 8, 11)) return ptzFeature.panTilt;
  if (command === 5 || command === 6) return ptzFeature.zoom;
  if (command === 7) return ptzFeature.home;
  if (within(command, 12, 19) || within(command, 112, 119)) return ptzFeature.presets;
  return command === 99 ? ptzFeature.panTilt | ptzFeature.zoom : null;
}

export function savesPreset(command: number): boolean {
  return within(command, 112, 119);
}

/** The motors of one camera: takes what its features allow and keeps what it did. */
export class PtzHead {
  readonly features: number;
  readonly moves = new BoundedLog<PtzMove>();
  /** Numbers 1 to 8. */
  readonly savedPresets = new Set<number>();

  constructor(features: number) {
    this.features = features;
  }

  /** False for a command that the camera has no motor for. */
  command(command: number, speed: string | null, atMs: number): boolean {
    const needed = neededFeatures(command);
    if (needed === null || (this.features & needed) === 0) return false;
    if (savesPreset(command)) this.savedPresets.add(command - 111);
    this.moves.add({ atMs, command, speed: this.#speed(speed) });
    return true;
  }

  #speed(text: string | null): number | null {
    const value = Number(text ?? '');
    if ((this.features & ptzFeature.speed) === 0 || !Number.isInteger(value)) return null;
    return within(value, 1, 100) ? value : null;
  }
}
