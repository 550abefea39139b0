import { Transform, type TransformCallback } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import { SilenceWatch } from '../media/silence-watch.ts';

const longestSilenceMs = 10_000;

/** A piece of what flows through it, after which it ends whatever still comes. */
export class ByteSlice extends Transform {
  #skip: number;
  #left: number;
  readonly #silence: SilenceWatch;

  constructor(skip: number, length: number) {
    super();
    this.#skip = skip;
    this.#left = length;
    this.#silence = new SilenceWatch(
      () => longestSilenceMs,
      () => this.#judge(),
    );
    this.#silence.mark();
    // Whoever sends may have more to say than is wanted.
    this.once('end', () => this.destroy());
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#silence.mark();
    const start = Math.min(this.#skip, chunk.length);
    this.#skip -= start;
    const piece = chunk.subarray(start, start + this.#left);
    this.#left -= piece.length;
    if (piece.length > 0) this.push(piece);
    if (this.#left === 0) this.push(null);
    done();
  }

  override _flush(done: TransformCallback): void {
    done(this.#left > 0 ? new DeviceError('unreachable', 'connection-lost') : null);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#silence.stop();
    done(error);
  }

  /** Nothing comes either because the device is silent, or because the viewer has enough. */
  #judge(): void {
    if (this.readableLength > 0) this.#silence.mark();
    else this.destroy(new DeviceError('timeout', 'stalled', { operation: 'recording' }));
  }
}
