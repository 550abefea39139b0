import { RequestFault } from '../request-fault.ts';

const windowMs = 60_000;

/** So many in a minute for each of those who ask, e.g. to look for devices on the network. */
export class Allowance {
  readonly #most: number;
  readonly #now: () => number;
  readonly #askedAtMs = new Map<string, readonly number[]>();

  constructor(most: number, now: () => number) {
    this.#most = most;
    this.#now = now;
  }

  /** @throws RequestFault `too-many-requests` with the time to wait */
  take(who: string): void {
    const nowMs = this.#now();
    for (const [id, times] of this.#askedAtMs) {
      if (times.every((atMs) => nowMs - atMs >= windowMs)) this.#askedAtMs.delete(id);
    }
    const recent = (this.#askedAtMs.get(who) ?? []).filter((atMs) => nowMs - atMs < windowMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= this.#most) {
      const retryAfterMs = oldest + windowMs - nowMs;
      throw new RequestFault('too-many-requests', undefined, { retryAfterMs });
    }
    this.#askedAtMs.set(who, [...recent, nowMs]);
  }
}
