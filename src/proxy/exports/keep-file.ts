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
/** A line that gives a little now and then is no better than one that gives nothing. */
const slowestBytes = 64 * 1024;
const slowestPerMs = 5 * 60_000;
/** Whenever a file grows beyond so much more, the disk is waited for. */
const stepBytes = 4 * 1024 ** 2;
const hopeless = new Set(['unauthorized', 'forbidden', 'unsupported', 'rejected']);

export interface FileOrder {
  /** Where it is to lie; beside it stands `.part` until it is whole. */
  readonly path: string;
  /** By the device, lower case hex. */
  readonly md5?: string | undefined;
  /** Length of the whole, as it was when an earlier run left its part there; null where none did. */
  readonly begunBytes: number | null;
  /** How long the whole will be, of a file that is long enough to be gone on with in a later run. */
  readonly onSize: (bytes: number) => Promise<void>;
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
 * where a line broke off, or where an earlier run was stopped, if the device can.
 * @throws DeviceError, or RequestFault `disk-full`
 */
export async function keepFile(order: FileOrder): Promise<WholeFile> {
  const part = `${order.path}.part`;
  const file = await openPart(part, order).catch(fail);
  const transfer = new Transfer(file, order);
  let whole: WholeFile;
  try {
    whole = await transfer.run();
    await file.sync().catch(fail);
  } catch (failure) {
    await file.close().catch(() => undefined);
    // Whoever stopped it may want to go on.
    if (!order.signal.aborted || !transfer.canGoOn) {
      await rm(part, { force: true }).catch(() => undefined);
    }
    throw failure;
  }
  await file.close().catch(fail);
  await rename(part, order.path).catch(fail);
  return whole;
}

async function openPart(part: string, { begunBytes }: FileOrder): Promise<FileHandle> {
  if (begunBytes === null) return open(part, 'w');
  // Where it is gone, the file begins anew.
  return open(part, 'r+').catch(() => open(part, 'w'));
}

class Transfer {
  readonly #file: FileHandle;
  readonly #order: FileOrder;
  #sha256: Hash = createHash('sha256');
  #md5: Hash = createHash('md5');
  #bytes = 0;
  /** Of the whole, as an earlier try had it. */
  #size: number | null = null;
  #steps = 0;

  constructor(file: FileHandle, order: FileOrder) {
    this.#file = file;
    this.#order = order;
  }

  /** Whether a later run knows enough of the part. */
  get canGoOn(): boolean {
    return this.#size !== null && this.#bytes > 0;
  }

  async run(): Promise<WholeFile> {
    await this.#takeUp();
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

  /** What an earlier run wrote, up to where it is surely right. */
  async #takeUp(): Promise<void> {
    const { begunBytes, onBytes } = this.#order;
    if (begunBytes === null) return;
    const { size } = await this.#file.stat().catch(fail);
    // A power cut leaves a length that lies; what stands before the step before the last is written.
    const steps = Math.floor(Math.min(size, begunBytes) / stepBytes);
    const safe = Math.max(0, steps - 1) * stepBytes;
    await this.#file.truncate(safe).catch(fail);
    const piece = Buffer.alloc(256 * 1024);
    while (this.#bytes < safe) {
      const most = Math.min(piece.length, safe - this.#bytes);
      const { bytesRead } = await this.#file.read(piece, 0, most, this.#bytes).catch(fail);
      if (bytesRead === 0) return this.#restart();
      this.#count(piece.subarray(0, bytesRead));
    }
    this.#size = begunBytes;
    onBytes(safe);
  }

  async #try(): Promise<WholeFile> {
    const stream = await this.#order.openFrom(this.#bytes);
    const { first, size } = await this.#begin(stream);
    const { md5 } = this.#order;
    try {
      if (first !== this.#bytes) await this.#restart();
      // What has another length is another file.
      if (this.#bytes > 0 && size !== this.#size) {
        await this.#restart();
        throw damaged('length');
      }
      if (size !== null) await this.#order.checkRoom(size - this.#bytes);
      if (size !== null && size !== this.#size && size > 2 * stepBytes) {
        await this.#order.onSize(size);
      }
      this.#size = size;
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
    this.#steps = 0;
    this.#sha256 = createHash('sha256');
    this.#md5 = createHash('md5');
    await this.#file.truncate(0).catch(fail);
  }

  async #take({ body }: OpenStream, size: number | null): Promise<void> {
    const silence = new SilenceWatch(
      () => longestSilenceMs,
      () => body.destroy(stalled()),
    );
    silence.mark();
    const pace = new Pace();
    try {
      for await (const piece of readable(body)) {
        silence.mark();
        pace.count(piece.length);
        if (size !== null && this.#bytes + piece.length > size) throw damaged('length');
        if (size === null) await this.#order.checkRoom(piece.length);
        await writeAll(this.#file, piece, this.#bytes).catch(fail);
        this.#count(piece);
        this.#order.onBytes(piece.length);
        await this.#settle();
      }
    } finally {
      silence.stop();
    }
  }

  #count(piece: Buffer): void {
    this.#sha256.update(piece);
    this.#md5.update(piece);
    this.#bytes += piece.length;
  }

  async #settle(): Promise<void> {
    const steps = Math.floor(this.#bytes / stepBytes);
    if (steps === this.#steps) return;
    await this.#file.datasync().catch(fail);
    this.#steps = steps;
  }
}

/** Notices a line that gives a little now and then. */
class Pace {
  #sinceMs = performance.now();
  #bytes = 0;

  /** @throws DeviceError `file-stalled` */
  count(bytes: number): void {
    this.#bytes += bytes;
    const nowMs = performance.now();
    if (nowMs - this.#sinceMs < slowestPerMs) return;
    if (this.#bytes < slowestBytes) throw stalled();
    this.#sinceMs = nowMs;
    this.#bytes = 0;
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

const stalled = () => new DeviceError('timeout', 'file-stalled', { operation: 'export' });
const lost = () => new DeviceError('unreachable', 'connection-lost', { operation: 'export' });
const damaged = (detail: string) =>
  new DeviceError('malformed-reply', 'file-damaged', { operation: 'export', detail });
