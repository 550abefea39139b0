/** A position that a camera remembers. */
export interface Preset {
  /** The device's own token or number, as text; unique within the camera. */
  readonly id: string;
  /** What a person types to go there, 1 and up. */
  readonly number: number;
  /** Empty where the device keeps none. */
  readonly name: string;
}

/** What to save where the camera looks now. */
export interface NewPreset {
  /** The preset to overwrite, or null for a new one at the next free place. */
  readonly id: string | null;
  readonly name: string;
}
