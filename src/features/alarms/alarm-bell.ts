/** Only these sound. */
export type LoudPriority = 1 | 2;

const repeatMs = 10_000;
/** New ones do not wait for the next repetition, but they are no drum roll. */
const leastGapMs = 2000;

export interface BellState {
  /** The highest priority that sounds now; null for silence. */
  readonly loudest: LoudPriority | null;
  /** Whether one came that has not sounded yet. */
  readonly hasNew: boolean;
  readonly isFlood: boolean;
}

/** When the sound of alarms is made: at once for what is new, then again and again. */
export class AlarmBell {
  readonly #ring: (priority: LoudPriority) => void;
  readonly #now: () => number;
  #loudest: LoudPriority | null = null;
  #rungAtMs = Number.NEGATIVE_INFINITY;
  #rung: LoudPriority | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ring: (priority: LoudPriority) => void, now: () => number = Date.now) {
    this.#ring = ring;
    this.#now = now;
  }

  follow({ loudest, hasNew, isFlood }: BellState): void {
    const isMore = loudest !== null && (this.#rung === null || loudest < this.#rung);
    this.#loudest = loudest;
    if (loudest === null) {
      this.end();
      return;
    }
    if (isMore) this.#ringIn(0);
    else if (hasNew && !isFlood) this.#ringIn(this.#since(leastGapMs));
    else if (this.#timer === undefined) this.#ringIn(this.#since(repeatMs));
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#loudest = null;
    this.#rung = null;
  }

  #since(gapMs: number): number {
    return Math.max(0, this.#rungAtMs + gapMs - this.#now());
  }

  #ringIn(ms: number): void {
    clearTimeout(this.#timer);
    if (ms > 0) this.#timer = setTimeout(() => this.#ringIn(0), ms);
    else if (this.#loudest !== null) {
      this.#rungAtMs = this.#now();
      this.#rung = this.#loudest;
      this.#ring(this.#loudest);
      this.#timer = setTimeout(() => this.#ringIn(0), repeatMs);
    }
  }
}
