/**
 * Bits of `ptzcapabilities` in `++systemInfo`, as the newer document explains them. The 16 of
 * cameras that obey a speed means nothing here: these commands carry none.
 */
export const ptzFeature = { panTilt: 1, home: 2, zoom: 4, presets: 8, continuous: 32 } as const;

/** Presets that "PTZ command" has commands for. */
export const mostPresets = 8;

/** Whether a command sets the camera going until 99 stops it; otherwise a command is one step. */
export function movesUntilStopped(mask: number): boolean {
  return (mask & ptzFeature.continuous) !== 0;
}
