import type { DeviceError } from '../../domain/device-error.ts';
import { commandMs, lateObedienceMs, longestMoveMs, stopCallMs } from './stop-ladder.ts';

/** How a device has answered so far: how long to wait for it, and whether it may obey yet. */
export class AnswerHabits {
  #patienceMs = commandMs;
  #doubtUntilMs = Number.NEGATIVE_INFINITY;

  /** For one call of a movement. */
  get moveMs(): number {
    return this.#patienceMs;
  }

  /** For one call of a stop. @param failed how many tries have failed */
  stopMs(failed: number): number {
    return stopCallMs(failed, this.#patienceMs);
  }

  /** Whether a movement that got no answer may still begin. */
  get inDoubt(): boolean {
    return performance.now() < this.#doubtUntilMs;
  }

  /** How a command to move ended, which may have been obeyed. */
  heard(error: DeviceError | undefined, tookMs: number): void {
    if (error?.kind === 'timeout' || error?.kind === 'unreachable') {
      this.#doubtUntilMs = performance.now() + lateObedienceMs;
    }
    if (error?.kind === 'timeout') {
      this.#patienceMs = Math.min(longestMoveMs, 2 * this.#patienceMs);
    } else if (tookMs < commandMs / 2) {
      this.#patienceMs = commandMs;
    }
  }
}
