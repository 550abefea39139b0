import type { DecodedPicture } from './decode-picture.ts';
import type { Size } from './fit-rectangles.ts';
import type { FeedKey } from './picture-feed.ts';

/** A decoded picture that waits for its turn on the canvas. */
export interface ReadyPicture {
  readonly picture: DecodedPicture;
  readonly shape: Size;
  /** Called once it has been painted. */
  readonly painted: () => void;
}

export interface BatchTimer {
  readonly nowMs: () => number;
  readonly start: (run: () => void, delayMs: number) => void;
}

/** Pictures of cameras in step arrive within a few ms of each other. */
const quietMs = 5;
const longestWaitMs = 33;

/**
 * Gathers what is decoded at about the same time and paints it in one go: each time that a canvas
 * has changed, the browser copies all of it, however small the change.
 */
export class PaintBatch {
  private readonly paint: (feed: FeedKey, ready: ReadyPicture) => void;
  private readonly timer: BatchTimer;
  private readonly waiting = new Map<FeedKey, ReadyPicture>();
  private firstAtMs = 0;
  private lastAtMs = 0;
  private scheduled = false;

  constructor(paint: (feed: FeedKey, ready: ReadyPicture) => void, timer: BatchTimer) {
    this.paint = paint;
    this.timer = timer;
  }

  /** Takes the picture over: it is closed after it was painted or dropped. */
  add(feed: FeedKey, ready: ReadyPicture): void {
    // A batch that decoding has stretched into the next burst is due: nothing of it is passed over.
    if (this.waiting.has(feed)) this.paintAll();
    this.lastAtMs = this.timer.nowMs();
    if (this.waiting.size === 0) this.firstAtMs = this.lastAtMs;
    this.waiting.set(feed, ready);
    if (!this.scheduled) this.schedule(quietMs);
  }

  drop(feed: FeedKey): void {
    this.waiting.get(feed)?.picture.close();
    this.waiting.delete(feed);
  }

  private schedule(delayMs: number): void {
    this.scheduled = true;
    this.timer.start(() => this.run(), delayMs);
  }

  private run(): void {
    this.scheduled = false;
    const nowMs = this.timer.nowMs();
    const dueAtMs = Math.min(this.lastAtMs + quietMs, this.firstAtMs + longestWaitMs);
    if (this.waiting.size > 0 && dueAtMs - nowMs >= 1) {
      this.schedule(dueAtMs - nowMs);
      return;
    }
    this.paintAll();
  }

  private paintAll(): void {
    for (const [feed, ready] of this.waiting) {
      this.paint(feed, ready);
      ready.picture.close();
      ready.painted();
    }
    this.waiting.clear();
  }
}
