const smoothing = 0.08;
/** A pause this many times the usual one is a break, not a rhythm: measuring starts anew. */
const breakFactor = 10;

/** Measures how often something happens, from the mean pause between two of them. */
export class RateMeter {
  private lastAtMs: number | undefined;
  private meanPauseMs: number | undefined;

  /** @param count how many happened since the mark before */
  mark(atMs: number, count = 1): void {
    const before = this.lastAtMs;
    this.lastAtMs = atMs;
    if (before === undefined || count < 1) return;
    const pauseMs = (atMs - before) / count;
    const mean = this.meanPauseMs;
    if (mean === undefined) this.meanPauseMs = pauseMs;
    else if (pauseMs > breakFactor * mean + 1000) this.meanPauseMs = undefined;
    else this.meanPauseMs = mean + smoothing * (pauseMs - mean);
  }

  get framesPerSecond(): number | undefined {
    const mean = this.meanPauseMs;
    return mean === undefined || mean <= 0 ? undefined : 1000 / mean;
  }
}
