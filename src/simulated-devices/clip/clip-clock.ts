import type { Clip, ClipFrame } from './flv-clip.ts';

/** A picture of an endlessly looping clip, counted from the epoch. */
export interface TimedFrame {
  readonly frame: ClipFrame;
  /** Frames since the epoch. */
  readonly number: number;
  readonly epochMs: number;
}

/**
 * Lays a clip along the wall clock: its first picture falls on each full minute, so the clock
 * burned into it tells the right second.
 */
export class ClipClock {
  readonly #clip: Clip;

  constructor(clip: Clip) {
    this.#clip = clip;
  }

  /** The number of the last picture due at an instant. */
  numberAt(epochMs: number): number {
    return Math.floor((epochMs * this.#clip.framesPerSecond + 0.5) / 1000);
  }

  epochMsOf(number: number): number {
    return Math.round((number * 1000) / this.#clip.framesPerSecond);
  }

  at(number: number): TimedFrame | null {
    const frame = this.#clip.frames[number % this.#clip.frames.length];
    return frame === undefined ? null : { frame, number, epochMs: this.epochMsOf(number) };
  }

  /** The pictures from one number to another, both included. */
  between(first: number, last: number): TimedFrame[] {
    const frames: TimedFrame[] = [];
    for (let number = first; number <= last; number += 1) {
      const timed = this.at(number);
      if (timed !== null) frames.push(timed);
    }
    return frames;
  }

  /** The number of the key picture at or before another. */
  keyBefore(number: number): number {
    for (let at = number; at > number - this.#clip.frames.length; at -= 1) {
      if (this.at(at)?.frame.key === true) return at;
    }
    return number;
  }
}
