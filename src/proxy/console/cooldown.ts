import { RequestFault } from '../request-fault.ts';

const pauseMs = 60_000;

/** Keeps two dangerous commands to one device apart, so that one can be seen before the next. */
export class Cooldown {
  readonly #lastAtMs = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @throws RequestFault `too-soon` with the time to wait. */
  begin(deviceId: string): void {
    const nowMs = this.#now();
    for (const [id, atMs] of this.#lastAtMs) {
      if (nowMs - atMs >= pauseMs || nowMs < atMs) this.#lastAtMs.delete(id);
    }
    const lastAtMs = this.#lastAtMs.get(deviceId);
    if (lastAtMs !== undefined) {
      throw new RequestFault('too-soon', undefined, { retryAfterMs: lastAtMs + pauseMs - nowMs });
    }
    this.#lastAtMs.set(deviceId, nowMs);
  }
}
