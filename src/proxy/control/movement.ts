import type { DeviceError } from '../../domain/device-error.ts';
import { movingAxes, type PtzAxis, type PtzVelocity } from '../../domain/ptz.ts';
import type { AuditSignature } from '../access/audit.ts';
import type { SteeringWindow } from './steering-window.ts';
import { wasNotTaken } from './was-not-taken.ts';

/** How a movement came to its end. */
export type MovementEnd =
  | 'released'
  | 'lapsed'
  | 'taken-over'
  | 'window-closed'
  | 'no-longer-allowed'
  | 'device-refused'
  | 'action'
  | 'camera-removed'
  | 'proxy-stopped';

const directions: Readonly<Record<PtzAxis, readonly [ahead: string, back: string]>> = {
  pan: ['right', 'left'],
  tilt: ['up', 'down'],
  zoom: ['in', 'out'],
  focus: ['far', 'near'],
  iris: ['open', 'close'],
};

/** Each direction of a movement or step, as the record has it. */
export function directionsOf(velocity: PtzVelocity): readonly string[] {
  return movingAxes(velocity).map((axis) => {
    const [ahead, back] = directions[axis];
    return `${axis} ${velocity[axis] > 0 ? ahead : back}`;
  });
}

/** From the first command of a movement to its end, for the record. */
export class Movement {
  readonly window: SteeringWindow;
  /** As the person was when it began: the session may be gone when it ends. */
  readonly by: AuditSignature;
  readonly #beganAtMs = performance.now();
  #endedAtMs = 0;
  readonly #directions = new Set<string>();
  #isAnswered = false;
  #isTaken = false;
  #failures = 0;
  #fault: DeviceError | undefined;

  constructor(window: SteeringWindow) {
    this.window = window;
    this.by = window.signature();
  }

  add(velocity: PtzVelocity): void {
    for (const direction of directionsOf(velocity)) this.#directions.add(direction);
  }

  /** Nothing of it was sent: a stop before it was not confirmed in time. */
  get isUnsent(): boolean {
    return !this.#isAnswered;
  }

  /** @returns whether the device refuses: it said no, failed twice, or was silent thrice in a row */
  heard(error: DeviceError | undefined): boolean {
    this.#isAnswered = true;
    this.#fault = error;
    this.#isTaken ||= error === undefined;
    this.#failures = error ? this.#failures + 1 : 0;
    if (error === undefined) return false;
    const mostFailures = error.kind === 'timeout' ? 2 : 1;
    return this.#failures > mostFailures || wasNotTaken(error);
  }

  /** What went wrong, where the device took nothing of it. */
  get failure(): DeviceError | undefined {
    return this.#isTaken ? undefined : this.#fault;
  }

  end(): void {
    this.#endedAtMs = performance.now();
  }

  parameters(ended: MovementEnd): Record<string, string> {
    const seconds = ((this.#endedAtMs - this.#beganAtMs) / 1000).toFixed(1);
    return { axes: [...this.#directions].join(', '), seconds, ended };
  }
}
