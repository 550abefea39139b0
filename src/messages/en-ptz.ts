/** Steering a camera: pad, presets, tours. */
export const ptz = {} as const;
