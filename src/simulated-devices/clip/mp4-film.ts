import { ClipClock } from './clip-clock.ts';
import { type Clip, type ClipFrame, lengthPrefixed } from './flv-clip.ts';
import { mp4Head, pictureIndexBytes } from './mp4-writer.ts';

const pieceBytes = 65_536;

/** Bytes and key pictures of a clip before each of its pictures, and in all; what an empty index takes. */
interface Sums {
  readonly bytes: readonly number[];
  readonly keys: readonly number[];
  readonly headBytes: number;
}

const known = new WeakMap<Clip, Sums>();

function sumsOf(clip: Clip): Sums {
  const cached = known.get(clip);
  if (cached !== undefined) return cached;
  const bytes = [0];
  const keys = [0];
  for (const [index, frame] of clip.frames.entries()) {
    bytes.push((bytes[index] ?? 0) + lengthPrefixed(frame).length);
    keys.push((keys[index] ?? 0) + (frame.key ? 1 : 0));
  }
  // The size of a picture stands in fields of a fixed width.
  const headBytes = mp4Head(clip, [], [0, 0]).length;
  const sums = { bytes, keys, headBytes };
  known.set(clip, sums);
  return sums;
}

/** The sum over pictures from one number to another, the last not included, of a clip that goes round. */
function between(sums: readonly number[], first: number, end: number): number {
  const round = sums.length - 1;
  const before = (number: number): number =>
    Math.floor(number / round) * (sums[round] ?? 0) + (sums[number % round] ?? 0);
  return before(end) - before(first);
}

/**
 * An MP4 file of what a looping clip showed from an instant on: the same bytes whenever it is asked
 * for, and never all of them in memory.
 */
export class Mp4Film {
  readonly length: number;
  readonly #clip: Clip;
  readonly #size: readonly [number, number];
  readonly #first: number;
  readonly #end: number;
  #parts: { readonly head: Buffer; readonly frames: readonly ClipFrame[] } | undefined;

  /** Begins with the key picture at or before `startMs`; a clip has one each second or two. */
  constructor(clip: Clip, size: readonly [number, number], startMs: number, seconds: number) {
    const clock = new ClipClock(clip);
    this.#clip = clip;
    this.#size = size;
    this.#first = clock.keyBefore(clock.numberAt(startMs));
    this.#end = this.#first + Math.max(1, Math.round(seconds * clip.framesPerSecond));
    const { bytes, keys, headBytes } = sumsOf(clip);
    this.length =
      headBytes +
      pictureIndexBytes(this.#end - this.#first, between(keys, this.#first, this.#end)) +
      between(bytes, this.#first, this.#end);
  }

  /** The bytes from one place to another, both included, in pieces. */
  *bytes(first: number, last: number): Generator<Buffer, void> {
    let waiting: Uint8Array[] = [];
    let waitingBytes = 0;
    let at = 0;
    for (const part of this.#inOrder()) {
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

  *#inOrder(): Generator<Uint8Array, void> {
    this.#parts ??= this.#write();
    yield this.#parts.head;
    for (const frame of this.#parts.frames) yield lengthPrefixed(frame);
  }

  #write(): { readonly head: Buffer; readonly frames: readonly ClipFrame[] } {
    const clock = new ClipClock(this.#clip);
    const frames = clock.between(this.#first, this.#end - 1).map(({ frame }) => frame);
    return { head: mp4Head(this.#clip, frames, this.#size), frames };
  }
}
