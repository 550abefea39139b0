/** The digits of the capability number ("getptzcapabilities"). */
export const ptzFeature = {
  panTilt: 1,
  home: 2,
  zoom: 4,
  presets: 8,
  speed: 16,
  continuous: 32,
} as const;

const within = (command: number, first: number, last: number): boolean =>
  command >= first && command <= last;

/** Right and up of the commands that turn ("PTZ command"). */
const turns: Readonly<Record<number, readonly [pan: number, tilt: number]>> = {
  1: [-1, 0],
  2: [1, 0],
  3: [0, 1],
  4: [0, -1],
  8: [-1, 1],
  9: [1, 1],
  10: [-1, -1],
  11: [1, -1],
};
const stopCommand = 99;

/** What a number of "PTZ command" means. */
export type PtzMeaning =
  | { readonly kind: 'turn'; readonly pan: number; readonly tilt: number }
  | { readonly kind: 'zoom'; readonly zoom: number }
  | { readonly kind: 'home' | 'stop' }
  | { readonly kind: 'go' | 'save'; readonly preset: number };

/** Null for a number that the document does not have. */
export function meaningOf(command: number): PtzMeaning | null {
  const [pan, tilt] = turns[command] ?? [];
  if (pan !== undefined && tilt !== undefined) return { kind: 'turn', pan, tilt };
  if (command === 5 || command === 6) return { kind: 'zoom', zoom: command === 5 ? 1 : -1 };
  if (command === 7) return { kind: 'home' };
  if (within(command, 12, 19)) return { kind: 'go', preset: command - 11 };
  if (within(command, 112, 119)) return { kind: 'save', preset: command - 111 };
  return command === stopCommand ? { kind: 'stop' } : null;
}

/** What a camera must be able to do, one of it at least. */
export function neededFeatures({ kind }: PtzMeaning): number {
  switch (kind) {
    case 'turn':
      return ptzFeature.panTilt;
    case 'zoom':
      return ptzFeature.zoom;
    case 'home':
      return ptzFeature.home;
    case 'go':
    case 'save':
      return ptzFeature.presets;
    case 'stop':
      return ptzFeature.panTilt | ptzFeature.zoom;
  }
}

export function savesPreset(command: number): boolean {
  return meaningOf(command)?.kind === 'save';
}
