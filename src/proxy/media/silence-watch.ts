/** Notices that something has gone quiet, with one timer per silence and none per sign of life. */
export class SilenceWatch {
  readonly #limitMs: () => number;
  readonly #onSilence: () => void;
  #markedAtMs = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: () => number, onSilence: () => void) {
    this.#limitMs = limitMs;
    this.#onSilence = onSilence;
  }

  /** A sign of life; the first one starts the watch. */
  mark(): void {
    this.#markedAtMs = performance.now();
    if (this.#timer === undefined) this.#look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Whether it was too early to look: then it looks again when the limit would be reached. */
  #look(): void {
    const leftMs = this.#markedAtMs + this.#limitMs() - performance.now();
    if (leftMs > 0) {
      this.#timer = setTimeout(() => this.#look(), Math.ceil(leftMs));
    } else {
      this.#timer = undefined;
      this.#onSilence();
    }
  }
}
