import {
  type AxisLimits,
  type AxisMotion,
  around,
  clamp,
  onwards,
  still,
  towards,
} from './axis-motion.ts';

export const axes = ['pan', 'tilt', 'zoom', 'focus', 'iris'] as const;
export type Axis = (typeof axes)[number];
/** Degrees to the right and up from straight ahead; steps of its own for the lens. */
export type Position = Readonly<Record<Axis, number>>;

export interface TourStop {
  readonly position: Position;
  /** Of the full speed, above 0. */
  readonly pace: number;
  readonly waitMs: number;
}

/** What a head is built of. */
export interface HeadPlan {
  readonly limits: Readonly<Record<Axis, AxisLimits>>;
  /** Per second. */
  readonly fullSpeed: Readonly<Record<Axis, number>>;
  /** Where it rests until it is moved. */
  readonly rest: Position;
}

export interface HeadState {
  readonly position: Position;
  /** Per second, what the motors are driven at. */
  readonly velocity: Position;
  /** Whether a motor is driven, be it against the end of its way. */
  readonly moving: boolean;
  /** Since when without a pause; null at rest. */
  readonly movingSinceMs: number | null;
  /** When the last motor came to rest; null while one is driven. */
  readonly stoppedAtMs: number | null;
}

interface Motion {
  readonly since: number;
  readonly at: AxisMotion;
}

/** A head whose position follows from the clock alone: it needs no timer to move. */
export class MotorHead {
  readonly plan: HeadPlan;
  readonly #now: () => number;
  #motions: Readonly<Record<Axis, Motion>>;
  #home: Position;
  #movingSince = 0;

  constructor(plan: HeadPlan, now: () => number) {
    this.plan = plan;
    this.#now = now;
    this.#home = plan.rest;
    this.#motions = eachAxis((axis) => ({ since: now(), at: still(plan.rest[axis]) }));
  }

  get position(): Position {
    return eachAxis((axis) => this.#motions[axis].at.at(this.#elapsed(axis)));
  }

  get state(): HeadState {
    const moving = this.moving;
    const restedAt = axes.map((axis) => this.#restsAt(axis));
    return {
      position: this.position,
      velocity: eachAxis((axis) => this.#motions[axis].at.speed(this.#elapsed(axis))),
      moving,
      movingSinceMs: moving ? this.#movingSince : null,
      stoppedAtMs: moving ? null : Math.max(...restedAt),
    };
  }

  get moving(): boolean {
    return axes.some((axis) => this.isDriven(axis));
  }

  isDriven(axis: Axis): boolean {
    return this.#now() < this.#restsAt(axis);
  }

  /** Units per second; 0 at rest. */
  speedOf(axis: Axis): number {
    return this.#motions[axis].at.speed(this.#elapsed(axis));
  }

  moveTo(target: Partial<Position>): void {
    const from = this.position;
    for (const axis of axes) {
      const to = target[axis];
      if (to === undefined) continue;
      const { limits, fullSpeed } = this.plan;
      this.#begin(axis, towards(from[axis], clamp(limits[axis], to), fullSpeed[axis]));
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

  /** -100 to 100 of the full speed; 0 stops, and leaves what rests already. */
  keepMoving(axis: Axis, percent: number): void {
    if (percent === 0) return void this.stop([axis]);
    const from = this.position[axis];
    const perSecond = (this.plan.fullSpeed[axis] * percent) / 100;
    this.#begin(axis, onwards(this.plan.limits[axis], from, perSecond));
  }

  stop(which: readonly Axis[] = axes): void {
    const { position } = this;
    for (const axis of which) if (this.isDriven(axis)) this.#begin(axis, still(position[axis]));
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
    const [first, last] = [stops[0], stops.at(-1)];
    if (first === undefined || last === undefined) return;
    const legMs = stops.map(({ position, pace }, i) =>
      this.#travelMs(stops[i - 1]?.position ?? from, position, pace),
    );
    const againMs = this.#travelMs(last.position, first.position, first.pace);
    for (const axis of axes) {
      const legs = stops.map(({ position, waitMs }, i) => ({
        to: position[axis],
        travelMs: legMs[i] ?? 0,
        waitMs,
      }));
      this.#begin(axis, around(from[axis], legs, againMs));
    }
  }

  /** To and fro on one axis until another command comes; the others do what they did. */
  patrol(axis: Axis, pace: number, waitMs: number): void {
    const { least, most } = this.plan.limits[axis];
    const from = this.position[axis];
    const perSecond = this.plan.fullSpeed[axis] * pace;
    const travelMs = (way: number): number => (way * 1000) / perSecond;
    const legs = [
      { to: most, travelMs: travelMs(most - from), waitMs },
      { to: least, travelMs: travelMs(most - least), waitMs },
    ];
    this.#begin(axis, around(from, legs, travelMs(most - least)));
  }

  #travelMs(from: Position, to: Position, pace: number): number {
    const seconds = axes.map((axis) => Math.abs(to[axis] - from[axis]) / this.plan.fullSpeed[axis]);
    return (Math.max(...seconds) * 1000) / pace;
  }

  #elapsed(axis: Axis): number {
    return Math.max(0, this.#now() - this.#motions[axis].since);
  }

  #restsAt(axis: Axis): number {
    const { since, at } = this.#motions[axis];
    return since + at.restsAfterMs;
  }

  #begin(axis: Axis, at: AxisMotion): void {
    if (!this.moving) this.#movingSince = this.#now();
    this.#motions = { ...this.#motions, [axis]: { since: this.#now(), at } };
  }
}

function eachAxis<T>(of: (axis: Axis) => T): Readonly<Record<Axis, T>> {
  return {
    pan: of('pan'),
    tilt: of('tilt'),
    zoom: of('zoom'),
    focus: of('focus'),
    iris: of('iris'),
  };
}
