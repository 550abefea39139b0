/** Beyond this the oldest are forgotten: a flood of addresses costs no memory. */
const mostRemembered = 10_000;

/** How often each of many may do something within a while. */
export class RateWindow {
  readonly #now: () => number;
  readonly #most: number;
  readonly #windowMs: number;
  readonly #taken = new Map<string, readonly number[]>();

  constructor(now: () => number, most: number, windowMs: number) {
    this.#now = now;
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** @returns 0 when it may go on, which counts; else the ms to wait, which does not */
  take(key: string): number {
    const nowMs = this.#now();
    const recent = (this.#taken.get(key) ?? []).filter((atMs) => nowMs - atMs < this.#windowMs);
    const eldest = recent[recent.length - this.#most];
    if (eldest !== undefined) return eldest + this.#windowMs - nowMs;
    this.#taken.delete(key);
    this.#taken.set(key, [...recent, nowMs]);
    const [oldest] = this.#taken.keys();
    if (this.#taken.size > mostRemembered && oldest !== undefined) this.#taken.delete(oldest);
    return 0;
  }
}
