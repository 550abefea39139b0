import {
  movingAxes,
  type PtzAxis,
  type PtzVelocity,
  ptzAxes,
  velocityOf,
} from '../../domain/ptz.ts';

/**
 * What a camera may be doing: every direction that was sent to it and not stopped for sure. A
 * command that got no answer may have been obeyed all the same.
 */
export class PossibleMotion {
  /** The velocity that was sent last, for each direction of each axis. */
  readonly #sent = new Map<PtzAxis, { ahead?: number; back?: number }>();

  /** @returns whether there is a direction in it that was not known before */
  add(velocity: PtzVelocity): boolean {
    let isNew = false;
    for (const axis of movingAxes(velocity)) {
      const speed = velocity[axis];
      const side = speed > 0 ? 'ahead' : 'back';
      const known = this.#sent.get(axis) ?? {};
      isNew ||= known[side] === undefined;
      this.#sent.set(axis, { ...known, [side]: speed });
    }
    return isNew;
  }

  /** The device has said that it does this and nothing else. */
  settle(velocity: PtzVelocity): void {
    this.#sent.clear();
    this.add(velocity);
  }

  get isNone(): boolean {
    return this.#sent.size === 0;
  }

  /** @returns what goes back to how it is now */
  remember(): () => void {
    const sent = [...this.#sent];
    return () => {
      this.#sent.clear();
      for (const [axis, sides] of sent) this.#sent.set(axis, sides);
    };
  }

  clear(): void {
    this.#sent.clear();
  }

  /** Movements that together name every direction: one, or two where an axis may go either way. */
  get velocities(): readonly PtzVelocity[] {
    const first: Partial<Record<PtzAxis, number>> = {};
    const second: Partial<Record<PtzAxis, number>> = {};
    for (const [axis, { ahead, back }] of this.#sent) {
      first[axis] = ahead ?? back ?? 0;
      if (ahead !== undefined && back !== undefined) second[axis] = back;
    }
    return [first, second].map(velocityOf).filter((velocity) => movingAxes(velocity).length > 0);
  }

  /**
   * What to call the movement before `wanted`, so that every axis of it is sent again and every
   * other one that may be going is stopped.
   */
  before(wanted: PtzVelocity): PtzVelocity {
    const going: Partial<Record<PtzAxis, number>> = {};
    for (const axis of ptzAxes) {
      const { ahead, back } = this.#sent.get(axis) ?? {};
      if (wanted[axis] === 0) going[axis] = ahead ?? back ?? 0;
    }
    return velocityOf(going);
  }
}
