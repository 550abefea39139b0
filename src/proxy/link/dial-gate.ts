import { DeviceError } from '../../domain/device-error.ts';
import type { TransportRequest } from './transport.ts';

interface Waiting {
  readonly enter: () => void;
}

/** Calls and commands each have places of their own at a device. */
export interface DialGates {
  readonly calls: DialGate;
  readonly commands: DialGate;
}

/** Lets a few through at a time, in order of arrival: a rebooted recorder is not stormed. */
export class DialGate {
  readonly #places: () => number;
  #taken = 0;
  readonly #waiting = new Set<Waiting>();

  /** @param places read whenever somebody comes or goes */
  constructor(places: () => number) {
    this.#places = places;
  }

  /** Waits for a place; gives the function that frees it, which may be called twice. */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.#taken >= this.#places()) await this.#queue(signal);
    else this.#taken += 1;
    let inside = true;
    return () => {
      if (!inside) return;
      inside = false;
      this.#leave();
    };
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (next === undefined || this.#taken > this.#places()) {
      this.#taken -= 1;
      return;
    }
    this.#waiting.delete(next);
    next.enter();
  }

  #queue(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stopped = () => {
        this.#waiting.delete(waiting);
        reject(new DeviceError('unreachable', 'stopped'));
      };
      const waiting: Waiting = {
        enter: () => {
          signal.removeEventListener('abort', stopped);
          resolve();
        },
      };
      if (signal.aborted) {
        stopped();
        return;
      }
      signal.addEventListener('abort', stopped, { once: true });
      this.#waiting.add(waiting);
    });
  }
}

/** Waits for a place where the request needs one; media are counted elsewhere. */
export function enterGate(gates: DialGates, request: TransportRequest): Promise<() => void> {
  if (request.purpose === 'media') return Promise.resolve(() => undefined);
  return (request.isUrgent ? gates.commands : gates.calls).enter(request.signal);
}
