import { DeviceError } from '../../domain/device-error.ts';
import { refusalsBeforeProbing, refusedProbeMs } from '../../domain/retry-ladder.ts';

/** What became of a request that carried credentials; `silent` is anything that proves nothing. */
export type SignInVerdict = 'accepted' | 'refused' | 'silent';
export type Settle = (verdict: SignInVerdict) => void;

/** What is asked for. Media are never open to everybody; many devices have calls that are. */
export interface Place {
  readonly name: string;
  readonly provesPassword: boolean;
  /** Is held up by refusals alone, not by what hangs in the air. */
  readonly isUrgent?: boolean | undefined;
}

interface Refusals {
  count: number;
  lastAtMs: number;
}

const mostPlaces = 512;

/**
 * Keeps a wrong password from locking the account at the device: until a password has been proven
 * no more requests fly than refusals are left, and after those only a probe now and then. Once
 * it has been proven, a refusal is a matter of the one place that refuses (a missing right).
 */
export class SignInGuard {
  readonly #now: () => number;
  readonly #onProven: () => void;
  readonly #accepted = new Map<string, boolean>();
  readonly #refusedPlaces = new Map<string, Refusals>();
  #whole: Refusals = { count: 0, lastAtMs: 0 };
  /** The device has taken a command: something may be going that has to be stopped. */
  #hasObeyed = false;
  #inFlight = 0;
  #generation = 0;
  #waiting = new Set<() => void>();

  /** @param onProven called when a password is accepted after refusals */
  constructor(now: () => number, onProven: () => void) {
    this.#now = now;
    this.#onProven = onProven;
  }

  /** Waits until a request may be sent; fails with `login-refused` and the time until a probe. */
  async admit(place: Place, signal: AbortSignal): Promise<Settle> {
    while (!this.#mayGo(place)) {
      await this.#turn(signal);
      if (signal.aborted) throw new DeviceError('unreachable', 'stopped');
    }
    this.#inFlight += 1;
    const generation = this.#generation;
    let settled = false;
    return (verdict) => {
      if (settled || generation !== this.#generation) return;
      settled = true;
      this.#inFlight -= 1;
      if (verdict === 'accepted') this.#accept(place);
      if (verdict === 'refused') this.#refuse(place);
      this.#wakeAll();
    };
  }

  /** The credentials changed: what is known of the old ones no longer counts. */
  reset(): void {
    this.#generation += 1;
    this.#inFlight = 0;
    this.#hasObeyed = false;
    this.#accepted.clear();
    this.#refusedPlaces.clear();
    this.#whole = { count: 0, lastAtMs: 0 };
    this.#wakeAll();
  }

  get #proven(): boolean {
    for (const proof of this.#accepted.values()) if (proof) return true;
    return false;
  }

  #mayGo(place: Place): boolean {
    if (this.#accepted.has(place.name)) return true;
    if (this.#proven) {
      this.#throwUnlessDue(this.#refusedPlaces.get(place.name), 0);
      return true;
    }
    if (place.isUrgent && this.#hasObeyed) {
      // What refuses elsewhere must not keep a camera moving.
      this.#throwUnlessDue(this.#refusedPlaces.get(place.name), 0);
      return true;
    }
    if (place.isUrgent && this.#whole.count === 0) return true;
    this.#throwUnlessDue(this.#whole, this.#inFlight);
    return this.#inFlight < Math.max(1, refusalsBeforeProbing - this.#whole.count);
  }

  #throwUnlessDue(refusals: Refusals | undefined, inFlight: number): void {
    if (refusals === undefined || refusals.count < refusalsBeforeProbing) return;
    const agoMs = this.#now() - refusals.lastAtMs;
    // Before its own refusal it is only where the clock was set back.
    const waitMs = agoMs < 0 ? 0 : refusedProbeMs - agoMs;
    if (waitMs <= 0 && inFlight === 0) return;
    throw new DeviceError('unauthorized', 'login-refused', {
      retryAfterMs: Math.max(waitMs, 1000),
    });
  }

  #accept(place: Place): void {
    if (place.isUrgent) this.#hasObeyed = true;
    // A place that refused us and now lets us in has looked at the password.
    const proof = place.provesPassword || this.#refusedPlaces.delete(place.name);
    if (this.#accepted.size < mostPlaces) this.#accepted.set(place.name, proof);
    if (!proof || this.#whole.count === 0) return;
    this.#whole = { count: 0, lastAtMs: 0 };
    this.#onProven();
  }

  #refuse(place: Place): void {
    // It let us in before: the password was changed at the device, and nothing proves it any more.
    if (this.#accepted.has(place.name)) this.#accepted.clear();
    const lastAtMs = this.#now();
    this.#whole = { count: this.#whole.count + 1, lastAtMs };
    const count = (this.#refusedPlaces.get(place.name)?.count ?? 0) + 1;
    if (this.#refusedPlaces.size < mostPlaces)
      this.#refusedPlaces.set(place.name, { count, lastAtMs });
  }

  async #turn(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      if (signal.aborted) wake();
    });
  }

  #wakeAll(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
