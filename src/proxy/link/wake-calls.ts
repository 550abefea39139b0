import type { DeviceError } from '../../domain/device-error.ts';
import { deviceFault } from './device-fault.ts';

/** Failures that concern the device as a whole, so that one success means something to everybody. */
const gone = new Set(['connection-refused', 'name-not-found', 'no-route', 'dial-timeout']);

/** When a device answers again after it was gone, everybody who waits for it is told at once. */
export class WakeCalls {
  readonly #listeners = new Set<() => void>();
  #troubled = false;

  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Notes how a question to the device ends. */
  async heed<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await ask();
      this.succeeded();
      return answer;
    } catch (error) {
      const fault = deviceFault(error);
      this.failed(fault);
      throw fault;
    }
  }

  failed(fault: DeviceError): void {
    if (gone.has(fault.reason)) this.#troubled = true;
  }

  succeeded(): void {
    if (!this.#troubled) return;
    this.#troubled = false;
    this.wake();
  }

  wake(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  clear(): void {
    this.#listeners.clear();
  }
}
