import type { PictureTruth } from './picture-truth.ts';

/** Holds the truth of a tile, since when it holds, and tells of changes that a person would see. */
export class TruthKeeper {
  private current: PictureTruth;
  private mark: string;
  private readonly listeners = new Set<() => void>();

  constructor(first: Omit<PictureTruth, 'sinceMs'>, nowMs: number) {
    this.current = { ...first, sinceMs: nowMs };
    this.mark = visibleMark(this.current);
  }

  readonly get = (): PictureTruth => this.current;

  /** @returns a function that ends the calls */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(next: Omit<PictureTruth, 'sinceMs'>, nowMs: number): void {
    const truth = {
      ...next,
      sinceMs: next.state === this.current.state ? this.current.sinceMs : nowMs,
    };
    const mark = visibleMark(truth);
    if (mark === this.mark) return;
    this.mark = mark;
    this.current = truth;
    for (const listener of this.listeners) listener();
  }
}

/** Every picture moves the clock of the last one; only while it stands still is it worth a word. */
function visibleMark(truth: PictureTruth): string {
  const { lastPictureAtMs, framesPerSecond, retryInMs, ...rest } = truth;
  return JSON.stringify({
    ...rest,
    sinceMs: 0,
    since: truth.state === 'stale' || truth.state === 'still' ? lastPictureAtMs : 0,
    rate: framesPerSecond === undefined ? 0 : Math.max(1, Math.round(framesPerSecond)),
    retry: retryInMs === undefined ? 0 : Math.ceil(retryInMs / 1000),
  });
}
