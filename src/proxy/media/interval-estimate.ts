const weight = 0.1;

/** The usual time between two pictures, as a moving mean that one hiccup does not upset. */
export class IntervalEstimate {
  #lastAtMs: number | null = null;
  #meanMs: number | undefined;

  get valueMs(): number | undefined {
    return this.#meanMs;
  }

  mark(nowMs: number): void {
    const lastAtMs = this.#lastAtMs;
    this.#lastAtMs = nowMs;
    if (lastAtMs === null) return;
    const intervalMs = nowMs - lastAtMs;
    this.#meanMs =
      this.#meanMs === undefined
        ? intervalMs
        : this.#meanMs + weight * (Math.min(intervalMs, 4 * this.#meanMs + 100) - this.#meanMs);
  }

  /** The source is known to be no faster than this. */
  expect(intervalMs: number): void {
    this.#meanMs = Math.max(intervalMs, this.#meanMs ?? 0);
  }

  /** A new connection: the pause before it is no interval. */
  restart(): void {
    this.#lastAtMs = null;
  }
}
