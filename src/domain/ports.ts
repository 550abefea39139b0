export const outputKinds = ['relay', 'aux', 'output'] as const;
export type OutputKind = (typeof outputKinds)[number];

/** Something that a camera can switch: a door, a light, a siren. */
export interface Output {
  /** Unique within the camera, e.g. `relay-r1`. */
  readonly id: string;
  readonly kind: OutputKind;
  /** Empty where the device keeps none. */
  readonly name: string;
  /** What the device says of it now; `unknown` where it never says. */
  readonly state: PortState;
}

/** Something that a camera feels: a door contact, a button. */
export interface Input {
  readonly id: string;
  readonly name: string;
  readonly state: PortState;
}

export const portStates = ['on', 'off', 'unknown'] as const;
export type PortState = (typeof portStates)[number];
