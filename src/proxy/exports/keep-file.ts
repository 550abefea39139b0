import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { DeviceError } from '../../domain/device-error.ts';
import { deviceFault } from '../link/device-fault.ts';
import { discardStream, type OpenStream } from '../link/device-target.ts';
import { SilenceWatch } from '../media/silence-watch.ts';
import { whatComes } from '../recordings/recorded-piece.ts';
import type { RequestFault } from '../request-fault.ts';
import { diskFault } from './disk-fault.ts';

/** A line that drops is tried again at once; one that stays away is for a person to decide about. */
const mostTries = 3;
const usualPauseMs = 500;
const longestSilenceMs = 30_000;
const hopeless = new Set(['unauthorized', 'forbidden', 'unsupported', 'rejected']);

export interface FileOrder {
  /** Where it is to lie; beside it stands `.part` until it is whole. */
  readonly path: string;
  /** By the device, lower case hex. */
  readonly md5?: string | undefined;
  /** From a byte on; a device may send all of it all the same. */
  readonly openFrom: (first: number) => Promise<OpenStream>;
  /** Throws where the disk has no room for so many bytes more. */
  readonly checkRoom: (bytes: number) => Promise<void>;
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal;
  /** Before the second try; half a second where absent. */
  readonly pauseMs?: number;
}

export interface WholeFile {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Brings a file to the disk. It gets its name only when its length and its sum are right; goes on
 * where a line broke off if the device can.
 * @throws DeviceError, or RequestFault `disk-full`
 */
export async function keepFile(order: FileOrder): Promise<WholeFile> {
  const part = `${order.path}.part`;
  const file = await open(part, 'w').catch(fail);
  let whole: WholeFile;
  try {
    whole = await new Transfer(file, order).run();
    await file.sync().catch(fail);
  } catch (failure) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
    throw failure;
  }
  await file.close().catch(fail);
  await rename(part, order.path).catch(fail);
  return whole;
}

class Transfer {
  readonly #file: FileHandle;
  readonly #order: FileOrder;
  #sha256: Hash = createHash('sha256');
  #md5: Hash = createHash('md5');
  #bytes = 0;
  /** Of the whole, as an earlier try had it. */
  #size: number | null = null;

  constructor(file: FileHandle, order: FileOrder) {
    this.#file = file;
    this.#order = order;
  }

  async run(): Promise<WholeFile> {
    const { signal, pauseMs = usualPauseMs } = this.#order;
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#try();
      } catch (failure) {
        const isLine = failure instanceof DeviceError && !hopeless.has(failure.kind);
        if (signal.aborted || !isLine || tries === mostTries) throw failure;
        await setTimeout(pauseMs * tries, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #try(): Promise<WholeFile> {
    const stream = await this.#order.openFrom(this.#bytes);
    const { first, size } = await this.#begin(stream);
    const { md5 } = this.#order;
    try {
      if (first !== this.#bytes) await this.#restart();
      // What has another length is another file.
      if (this.#bytes > 0 && size !== this.#size) throw damaged('length');
      this.#size = size;
      if (size !== null) await this.#order.checkRoom(size - this.#bytes);
      await this.#take(stream, size);
    } finally {
      discardStream(stream);
    }
    if (size !== null && this.#bytes < size) throw lost();
    // Without a length a broken line looks like an end; only the sum of the device tells them apart.
    if (size === null && md5 === undefined) throw damaged('length');
    if (md5 !== undefined && this.#md5.copy().digest('hex') !== md5) {
      await this.#restart();
      throw damaged('md5');
    }
    return { bytes: this.#bytes, sha256: this.#sha256.digest('hex') };
  }

  async #begin(stream: OpenStream): Promise<{ first: number; size: number | null }> {
    const come = whatComes(stream);
    if (come === null && stream.status !== 206) return { first: 0, size: null };
    if (come !== null && (come.first === 0 || come.first === this.#bytes)) return come;
    discardStream(stream);
    throw damaged('range');
  }

  async #restart(): Promise<void> {
    this.#order.onBytes(-this.#bytes);
    this.#bytes = 0;
    this.#sha256 = createHash('sha256');
    this.#md5 = createHash('md5');
    await this.#file.truncate(0).catch(fail);
  }

  async #take({ body }: OpenStream, size: number | null): Promise<void> {
    const silence = new SilenceWatch(
      () => longestSilenceMs,
      () => body.destroy(new DeviceError('timeout', 'stalled', { operation: 'export' })),
    );
    silence.mark();
    try {
      for await (const piece of readable(body)) {
        silence.mark();
        if (size !== null && this.#bytes + piece.length > size) throw damaged('length');
        if (size === null) await this.#order.checkRoom(piece.length);
        await writeAll(this.#file, piece, this.#bytes).catch(fail);
        this.#sha256.update(piece);
        this.#md5.update(piece);
        this.#bytes += piece.length;
        this.#order.onBytes(piece.length);
      }
    } finally {
      silence.stop();
    }
  }
}

/** What goes wrong on the line is the device's; what goes wrong on the disk is not. */
async function* readable(body: OpenStream['body']): AsyncGenerator<Buffer> {
  const pieces = body[Symbol.asyncIterator]();
  for (;;) {
    const next = await pieces.next().catch((error: unknown) => {
      throw deviceFault(error, 'export');
    });
    if (next.done) return;
    yield next.value as Buffer;
  }
}

/** A disk that is nearly full takes a part of it and says no fault. */
async function writeAll(file: FileHandle, piece: Buffer, at: number): Promise<void> {
  for (let done = 0; done < piece.length; ) {
    const { bytesWritten } = await file.write(piece, done, piece.length - done, at + done);
    done += bytesWritten;
  }
}

function fail(error: unknown): never {
  throw diskFault(error) satisfies RequestFault;
}

const lost = () => new DeviceError('unreachable', 'connection-lost', { operation: 'export' });
const damaged = (detail: string) =>
  new DeviceError('malformed-reply', 'file-damaged', { operation: 'export', detail });
