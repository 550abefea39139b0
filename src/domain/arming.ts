/** What a camera is armed for. `all` where the device knows no difference. */
export const armingModes = ['all', 'continuous', 'motion', 'actions'] as const;
export type ArmingMode = (typeof armingModes)[number];

/** A choice that the device names itself. */
export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

export interface ModeArming {
  readonly mode: ArmingMode;
  /** Null where the device does not say. */
  readonly armed: boolean | null;
  /** Ids of the lists beside it; null where the device does not say. */
  readonly scheduleId: string | null;
  readonly overrideId: string | null;
}

/** Something that the device watches for and that can be switched on and off by itself. */
export interface ArmingSwitch {
  readonly id: string;
  /** The device's own name where it keeps one, else empty: then `what` says it. */
  readonly name: string;
  readonly what: 'motion' | 'input' | 'tampering' | 'face' | 'sound' | 'schedule' | 'event';
  readonly on: boolean;
}

/** How a camera is armed, and what it can be armed with. Lists are empty where there is nothing. */
export interface Arming {
  readonly modes: readonly ModeArming[];
  readonly schedules: readonly NamedChoice[];
  readonly overrides: readonly NamedChoice[];
  /** Each may arm or disarm every camera of the device at once. */
  readonly presets: readonly NamedChoice[];
  readonly switches: readonly ArmingSwitch[];
}

export type ArmingChange =
  | { readonly kind: 'mode'; readonly mode: ArmingMode; readonly armed: boolean }
  | {
      readonly kind: 'schedule';
      readonly modes: readonly ArmingMode[];
      readonly scheduleId: string;
      /** Null leaves the override. */
      readonly overrideId: string | null;
    }
  | {
      readonly kind: 'override';
      readonly modes: readonly ArmingMode[];
      readonly overrideId: string;
    }
  | { readonly kind: 'preset'; readonly presetId: string }
  | { readonly kind: 'switch'; readonly switchId: string; readonly on: boolean };
