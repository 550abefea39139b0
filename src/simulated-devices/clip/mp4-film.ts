import { ClipClock } from './clip-clock.ts';
import { type Clip, type ClipFrame, lengthPrefixed } from './flv-clip.ts';
import { mp4Head } from './mp4-writer.ts';

const pieceBytes = 65_536;

/**
 * An MP4 file of what a looping clip showed from an instant on: the same bytes whenever it is asked
 * for, and never all of them in memory.
 */
export class Mp4Film {
  readonly length: number;
  readonly #head: Buffer;
  readonly #frames: readonly ClipFrame[];

  /** Begins with the key picture at or before `startMs`; a clip has one each second or two. */
  constructor(clip: Clip, size: readonly [number, number], startMs: number, seconds: number) {
    const clock = new ClipClock(clip);
    const first = clock.keyBefore(clock.numberAt(startMs));
    const last = first + Math.max(1, Math.round(seconds * clip.framesPerSecond)) - 1;
    this.#frames = clock.between(first, last).map(({ frame }) => frame);
    this.#head = mp4Head(clip, this.#frames, size);
    this.length = this.#frames.reduce(
      (sum, frame) => sum + lengthPrefixed(frame).length,
      this.#head.length,
    );
  }

  /** The bytes from one place to another, both included, in pieces. */
  *bytes(first: number, last: number): Generator<Buffer, void> {
    let waiting: Uint8Array[] = [];
    let waitingBytes = 0;
    let at = 0;
    for (const part of this.#parts()) {
      const from = Math.max(first - at, 0);
      const to = Math.min(last + 1 - at, part.length);
      at += part.length;
      if (from < to) {
        waiting.push(part.subarray(from, to));
        waitingBytes += to - from;
      }
      if (waitingBytes >= pieceBytes || (at > last && waitingBytes > 0)) {
        yield Buffer.concat(waiting);
        waiting = [];
        waitingBytes = 0;
      }
      if (at > last) return;
    }
  }

  *#parts(): Generator<Uint8Array, void> {
    yield this.#head;
    for (const frame of this.#frames) yield lengthPrefixed(frame);
  }
}
