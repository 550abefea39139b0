import type { PictureTruth } from './picture-truth.ts';

/** A rate is news when it has changed by more than this. */
const rateFactor = 1.3;

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
    const rateHolds = sameRate(this.current.framesPerSecond, truth.framesPerSecond);
    if (mark === this.mark && rateHolds) return;
    this.mark = mark;
    this.current = truth;
    for (const listener of this.listeners) listener();
  }
}

/** Every picture moves the clock of the last one; only while it stands still is it worth a word. */
function visibleMark(truth: PictureTruth): string {
  const { lastPictureAtMs, framesPerSecond: _rate, retryInMs, ...rest } = truth;
  return JSON.stringify({
    ...rest,
    sinceMs: 0,
    since: truth.state === 'stale' || truth.state === 'still' ? lastPictureAtMs : 0,
    retry: retryInMs === undefined ? 0 : Math.ceil(retryInMs / 1000),
  });
}

function sameRate(before: number | undefined, now: number | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return now < before * rateFactor && now > before / rateFactor;
}
