import { Readable } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import { deviceFault } from '../link/device-fault.ts';
import { SilenceWatch } from '../media/silence-watch.ts';

const longestSilenceMs = 10_000;
/** A viewer that reads nothing for so long has gone, and holds a place that others want. */
const longestPauseMs = 30_000;

/** The bytes of a file on their way from a device, of which pieces are taken one after the other. */
export class OpenFile {
  readonly size: number;
  readonly #source: Readable;
  readonly #end: () => void;
  #at: number;
  readonly #last: number;

  /** @param end ends the transfer */
  constructor(
    source: Readable,
    { first, last, size }: { readonly first: number; readonly last: number; readonly size: number },
    end: () => void,
  ) {
    this.#source = source;
    this.#at = first;
    this.#last = last;
    this.size = size;
    this.#end = end;
    // Whoever reads hears of it; nobody may be reading.
    source.on('error', () => undefined);
  }

  /** Where the next piece would begin. */
  get at(): number {
    return this.#at;
  }

  /** Up to where it comes. */
  get last(): number {
    return this.#last;
  }

  get isAlive(): boolean {
    return !this.#source.destroyed && this.#at <= this.#last;
  }

  close(): void {
    this.#source.destroy();
    this.#end();
  }

  /**
   * Some of it, no faster than it is read.
   * @param signal of the viewer: whoever leaves before the end of the piece ends the transfer
   * @param taken called when all of it was
   */
  piece(first: number, last: number, signal: AbortSignal, taken: () => void): Readable {
    // A generator that waits for the device hears of nothing else.
    const leave = () => {
      if (this.#at <= last) this.close();
    };
    signal.addEventListener('abort', leave, { once: true });
    return Readable.from(this.#read(first, last, taken), { objectMode: false });
  }

  async *#read(first: number, last: number, taken: () => void): AsyncGenerator<Buffer> {
    const giveUp = () => {
      this.#source.destroy(new DeviceError('timeout', 'stalled', { operation: 'recording' }));
      this.#end();
    };
    const silence = new SilenceWatch(() => longestSilenceMs, giveUp);
    const pause = new SilenceWatch(() => longestPauseMs, giveUp);
    let isWhole = false;
    try {
      silence.mark();
      for await (const chunk of this.#source.iterator({ destroyOnReturn: false })) {
        silence.stop();
        const bytes = chunk as Buffer;
        const from = Math.max(0, Math.min(bytes.length, first - this.#at));
        const piece = bytes.subarray(from, last + 1 - this.#at);
        const used = from + piece.length;
        this.#at += used;
        if (used < bytes.length) this.#source.unshift(bytes.subarray(used));
        pause.mark();
        if (piece.length > 0) yield piece;
        pause.stop();
        if (this.#at > last) {
          isWhole = true;
          break;
        }
        silence.mark();
      }
      if (!isWhole) throw new DeviceError('unreachable', 'connection-lost');
    } catch (failure) {
      throw deviceFault(failure, 'recording');
    } finally {
      silence.stop();
      pause.stop();
      if (isWhole) taken();
      else this.close();
    }
  }
}
