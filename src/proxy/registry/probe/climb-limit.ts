const quietMs = 30_000;
const longestMs = 120_000;

/**
 * How long a climb may take: half a minute, and as much again after each step of a search that gets
 * on, but two minutes in all.
 */
export class ClimbLimit {
  readonly #control = new AbortController();
  readonly #startedMs = performance.now();
  #timer: ReturnType<typeof setTimeout>;

  constructor() {
    this.#timer = this.#abortAfter(quietMs);
  }

  /** Aborted when the time is up. */
  get signal(): AbortSignal {
    return this.#control.signal;
  }

  extend(): void {
    const leftMs = this.#startedMs + longestMs - performance.now();
    clearTimeout(this.#timer);
    this.#timer = this.#abortAfter(Math.max(0, Math.min(quietMs, leftMs)));
  }

  /** Gives the timer back; the signal stays as it is. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #abortAfter(ms: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#control.abort(), ms).unref();
  }
}
