/** A timer of Node cannot wait longer than 24 days, and a machine that slept wakes to an old one. */
const longestMs = 60 * 60_000;

interface Deadline {
  readonly dueMs: number;
  readonly run: () => void;
}

/** Things to do at instants, by name, with one timer for all of them. */
export class Deadlines {
  readonly #now: () => number;
  readonly #onFault: (fault: unknown) => void;
  readonly #all = new Map<string, Deadline>();
  #timer: NodeJS.Timeout | undefined;
  #armedForMs = Number.POSITIVE_INFINITY;

  constructor(now: () => number, onFault: (fault: unknown) => void) {
    this.#now = now;
    this.#onFault = onFault;
  }

  get size(): number {
    return this.#all.size;
  }

  /** In place of what was to be done under the same name; with null nothing is. */
  set(name: string, dueMs: number | null, run: () => void): void {
    if (dueMs === null) {
      this.#all.delete(name);
      if (this.#all.size === 0) this.#disarm();
      return;
    }
    this.#all.set(name, { dueMs, run });
    if (dueMs < this.#armedForMs) this.#arm(dueMs);
  }

  stop(): void {
    this.#all.clear();
    this.#disarm();
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#armedForMs = Number.POSITIVE_INFINITY;
  }

  #arm(dueMs: number): void {
    clearTimeout(this.#timer);
    this.#armedForMs = dueMs;
    const waitMs = Math.min(longestMs, Math.max(0, dueMs - this.#now()));
    this.#timer = setTimeout(() => this.#wake(), waitMs);
    this.#timer.unref();
  }

  #wake(): void {
    this.#disarm();
    const nowMs = this.#now();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const [name, { dueMs, run }] of [...this.#all]) {
      if (dueMs > nowMs) {
        nextMs = Math.min(nextMs, dueMs);
        continue;
      }
      this.#all.delete(name);
      try {
        run();
      } catch (fault) {
        this.#onFault(fault);
      }
    }
    if (nextMs < this.#armedForMs) this.#arm(nextMs);
  }
}
