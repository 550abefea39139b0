import type { ByteSource } from './byte-source.ts';
import {
  bigEndBytes,
  endBytes,
  localHeaderBytes,
  locatorBytes,
  recordBytes,
  seeBig,
  seeBigCount,
  signatures,
} from './zip-layout.ts';

/** A file of an archive, as the directory at its end has it. */
export interface ZipRecord {
  readonly name: string;
  readonly bytes: number;
  /** Where its content begins, in an archive that this product wrote. */
  readonly contentAt: number;
}

/** Of a directory of some hundred thousand files; what says it has more is none of ours. */
const mostDirectoryBytes = 64 * 1024 ** 2;

/** Null for what is no archive, or one of which a file is compressed. */
export async function readDirectory(source: ByteSource): Promise<readonly ZipRecord[] | null> {
  const place = await directoryPlace(source);
  if (place === null) return null;
  const { at, bytes } = place;
  if (bytes > mostDirectoryBytes || at + bytes > source.size) return null;
  const view = await viewOf(source, at, bytes);
  const records: ZipRecord[] = [];
  for (let next = 0; next < bytes; ) {
    const read = view && recordAt(view, next);
    if (!read) return null;
    const { record } = read;
    if (record.contentAt + record.bytes > at) return null;
    records.push(record);
    next += read.length;
  }
  return records;
}

async function directoryPlace(source: ByteSource): Promise<{ at: number; bytes: number } | null> {
  const end = await viewOf(source, source.size - endBytes, endBytes);
  if (end?.getUint32(0, true) !== signatures.end) return null;
  const [count, bytes, at] = [
    end.getUint16(10, true),
    end.getUint32(12, true),
    end.getUint32(16, true),
  ];
  if (count !== seeBigCount && bytes !== seeBig && at !== seeBig) return { at, bytes };
  const both = bigEndBytes + locatorBytes;
  const big = await viewOf(source, source.size - endBytes - both, both);
  if (big?.getUint32(0, true) !== signatures.bigEnd) return null;
  return { at: number64(big, 48), bytes: number64(big, 40) };
}

function recordAt(view: DataView, at: number): { record: ZipRecord; length: number } | null {
  if (at + recordBytes > view.byteLength || view.getUint32(at, true) !== signatures.record)
    return null;
  const isStored = view.getUint16(at + 10, true) === 0;
  const [nameBytes, extraBytes, wordBytes] = [28, 30, 32].map((field) =>
    view.getUint16(at + field, true),
  ) as [number, number, number];
  const length = recordBytes + nameBytes + extraBytes + wordBytes;
  if (!isStored || at + length > view.byteLength) return null;
  const extraAt = at + recordBytes + nameBytes;
  const isBig = view.getUint32(at + 24, true) === seeBig;
  if (isBig && extraBytes < 28) return null;
  const name = new Uint8Array(view.buffer, view.byteOffset + at + recordBytes, nameBytes);
  const headerAt = isBig ? number64(view, extraAt + 20) : view.getUint32(at + 42, true);
  const record = {
    name: new TextDecoder().decode(name),
    bytes: isBig ? number64(view, extraAt + 4) : view.getUint32(at + 24, true),
    contentAt: headerAt + localHeaderBytes + nameBytes,
  };
  return { record, length };
}

/** Sizes beyond 2 to the power of 53 are none; they fail every later comparison. */
const number64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

async function viewOf(source: ByteSource, at: number, bytes: number): Promise<DataView | null> {
  if (at < 0) return null;
  const piece = await source.read(at, bytes);
  return piece.length === bytes ? new DataView(piece.buffer, piece.byteOffset, bytes) : null;
}
