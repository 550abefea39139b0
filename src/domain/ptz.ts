/** What moves in a camera: its head on two axes, and its lens on three. */
export const ptzAxes = ['pan', 'tilt', 'zoom', 'focus', 'iris'] as const;
export type PtzAxis = (typeof ptzAxes)[number];

/** Shares of the full speed, -1..1: right, up, in, far and open are positive; 0 is still. */
export type PtzVelocity = Readonly<Record<PtzAxis, number>>;

/** One step on each axis, in the directions of {@link PtzVelocity}. */
export type PtzStep = Readonly<Record<PtzAxis, -1 | 0 | 1>>;

export const still = { pan: 0, tilt: 0, zoom: 0, focus: 0, iris: 0 } as const satisfies PtzVelocity;

/** Clamped to -1..1; what is absent, or no number, stands still. */
export function velocityOf(part: Partial<Record<PtzAxis, number>>): PtzVelocity {
  const share = (axis: PtzAxis): number => {
    const value = part[axis] ?? 0;
    return Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0;
  };
  return {
    pan: share('pan'),
    tilt: share('tilt'),
    zoom: share('zoom'),
    focus: share('focus'),
    iris: share('iris'),
  };
}

/** The axes that move. */
export function movingAxes(velocity: PtzVelocity): readonly PtzAxis[] {
  return ptzAxes.filter((axis) => velocity[axis] !== 0);
}

export function isStill(velocity: PtzVelocity): boolean {
  return movingAxes(velocity).length === 0;
}

export function sameVelocity(one: PtzVelocity, other: PtzVelocity): boolean {
  return ptzAxes.every((axis) => one[axis] === other[axis]);
}

/** Where a camera looks: degrees for pan (right) and tilt (up), the device's own steps for the lens. */
export type PtzPositionAxis = Exclude<PtzAxis, 'iris'>;
export type PtzPosition = Readonly<Partial<Record<PtzPositionAxis, number>>>;

export const autofocusModes = [
  'on',
  'off',
  /** Focus once, now. */
  'once',
  /** Focus whenever the zoom has changed. */
  'with-zoom',
  'reset-zoom',
  'reset-focus',
  'reset',
] as const;
export type AutofocusMode = (typeof autofocusModes)[number];

/** Shares of the picture, 0..1 from its left and top. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}
export interface PictureBox extends PicturePoint {
  readonly width: number;
  readonly height: number;
}

/** Lowest and highest value that a camera takes for an axis, in the units of {@link PtzPosition}. */
export interface AxisRange {
  readonly least: number;
  readonly most: number;
}

export interface PresetAbilities {
  /** How many there can be. */
  readonly most: number;
  /** Whether the device keeps names; where it does not, ours are shown. */
  readonly named: boolean;
}

/** What one camera can do, from the operations of its protocol and from what the device says. */
export interface PtzAbilities {
  /** Axes that move while they are held, until a stop is sent. */
  readonly moves: readonly PtzAxis[];
  /** Axes of which one command is one step, after which the camera stands by itself. */
  readonly steps: readonly PtzAxis[];
  /** Whether pan and tilt go together in one command. */
  readonly diagonal: boolean;
  /** Whether a speed is obeyed; otherwise there is only one. */
  readonly speed: boolean;
  /** Ranges of the axes that can be turned to a position; empty where none can. */
  readonly absolute: Readonly<Partial<Record<PtzPositionAxis, AxisRange>>>;
  readonly relative: Readonly<Partial<Record<PtzPositionAxis, AxisRange>>>;
  readonly centre: boolean;
  readonly box: boolean;
  readonly home: boolean;
  readonly saveHome: boolean;
  readonly autofocus: readonly AutofocusMode[];
  /** Null where there are none. */
  readonly presets: PresetAbilities | null;
}

export const noPtz: PtzAbilities = {
  moves: [],
  steps: [],
  diagonal: false,
  speed: false,
  absolute: {},
  relative: {},
  centre: false,
  box: false,
  home: false,
  saveHome: false,
  autofocus: [],
  presets: null,
};
