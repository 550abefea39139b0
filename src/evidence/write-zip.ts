import { crc32 } from './crc32.ts';
import {
  descriptor,
  directory,
  localHeader,
  type PlacedFile,
  planZip,
  type ZipFile,
} from './zip-layout.ts';

export interface WrittenZip {
  /** Bytes of the whole. */
  readonly length: number;
  readonly body: AsyncGenerator<Uint8Array>;
}

/**
 * An archive of files, each opened when its turn comes.
 * The body fails where a file cannot be read, or has another length than was said.
 */
export function writeZip<File extends ZipFile>(
  wanted: readonly File[],
  open: (file: File) => AsyncIterable<Uint8Array>,
  atMs: number,
): WrittenZip {
  const plan = planZip(wanted);
  async function* body() {
    const crcs: number[] = [];
    for (const [index, file] of plan.files.entries()) {
      yield localHeader(file, atMs);
      const crc = yield* content(file, open(wanted[index] as File));
      yield descriptor(file, crc);
      crcs.push(crc);
    }
    yield directory(plan, crcs, atMs);
  }
  return { length: plan.length, body: body() };
}

/** @returns its check sum */
async function* content(
  { bytes }: PlacedFile,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, number> {
  let crc = 0;
  let come = 0;
  for await (const piece of pieces) {
    come += piece.length;
    if (come > bytes) break;
    crc = crc32(piece, crc);
    yield piece;
  }
  if (come !== bytes) throw new RangeError('a file has another length than was said');
  return crc;
}
