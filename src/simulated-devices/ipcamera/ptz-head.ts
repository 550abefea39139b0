import {
  type AxisLimits,
  type AxisMotion,
  around,
  clamp,
  onwards,
  still,
  towards,
} from './axis-motion.ts';

export const axes = ['pan', 'tilt', 'zoom', 'focus'] as const;
export type Axis = (typeof axes)[number];
export type Position = Readonly<Record<Axis, number>>;

export interface TourStop {
  readonly position: Position;
  /** Of the full speed, above 0. */
  readonly pace: number;
  readonly waitMs: number;
}

/** The ranges of the "Full HD IP PTZ" rows of 5.3.1.1. */
export const axisLimits: Readonly<Record<Axis, AxisLimits>> = {
  pan: { least: -180, most: 180 },
  tilt: { least: -10, most: 190 },
  zoom: { least: 0, most: 9999 },
  focus: { least: 0, most: 9999 },
};

/** Per second at full speed: degrees for pan and tilt, steps for the lens. */
const fullSpeed: Readonly<Record<Axis, number>> = { pan: 120, tilt: 90, zoom: 4000, focus: 4000 };
const straightAhead: Position = { pan: 0, tilt: 0, zoom: 0, focus: 5000 };

interface Motion {
  readonly since: number;
  readonly at: AxisMotion;
}

/** A head whose position follows from the clock alone: it needs no timer to move. */
export class PtzHead {
  readonly #now: () => number;
  readonly #motions: Record<Axis, Motion>;
  #home = straightAhead;

  constructor(now: () => number) {
    this.#now = now;
    const at = (axis: Axis): Motion => ({ since: now(), at: still(straightAhead[axis]) });
    this.#motions = { pan: at('pan'), tilt: at('tilt'), zoom: at('zoom'), focus: at('focus') };
  }

  get position(): Position {
    const at = (axis: Axis): number => {
      const { since, at: motion } = this.#motions[axis];
      return motion(Math.max(0, this.#now() - since));
    };
    return { pan: at('pan'), tilt: at('tilt'), zoom: at('zoom'), focus: at('focus') };
  }

  moveTo(target: Partial<Position>): void {
    const from = this.position;
    for (const axis of axes) {
      const to = target[axis];
      if (to === undefined) continue;
      this.#begin(axis, towards(from[axis], clamp(axisLimits[axis], to), fullSpeed[axis]));
    }
  }

  moveBy(change: Partial<Position>): void {
    const from = this.position;
    const target = axes.flatMap((axis) => {
      const by = change[axis];
      return by === undefined ? [] : [[axis, from[axis] + by] as const];
    });
    this.moveTo(Object.fromEntries(target));
  }

  /** -100 to 100 of the full speed; 0 stops. */
  keepMoving(axis: Axis, percent: number): void {
    const from = this.position[axis];
    this.#begin(axis, onwards(axisLimits[axis], from, (fullSpeed[axis] * percent) / 100));
  }

  goHome(): void {
    this.moveTo(this.#home);
  }

  setHome(): void {
    this.#home = this.position;
  }

  /** Visits the stops in turn until another command comes; each leg takes as long as its slowest axis. */
  tour(stops: readonly TourStop[]): void {
    const from = this.position;
    const legMs = stops.map(({ position, pace }, i) => {
      const before = stops[i - 1]?.position ?? from;
      const seconds = axes.map((axis) => Math.abs(position[axis] - before[axis]) / fullSpeed[axis]);
      return (Math.max(...seconds) * 1000) / pace;
    });
    for (const axis of axes) {
      const legs = stops.map(({ position, waitMs }, i) => ({
        to: position[axis],
        travelMs: legMs[i] ?? 0,
        waitMs,
      }));
      this.#begin(axis, around(from[axis], legs));
    }
  }

  #begin(axis: Axis, at: AxisMotion): void {
    this.#motions[axis] = { since: this.#now(), at };
  }
}
