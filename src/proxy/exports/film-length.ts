import { type FileHandle, open } from 'node:fs/promises';

/** A film has a handful of boxes before the one that tells how long it is; none has thousands. */
const mostBoxes = 4096;

interface Box {
  readonly type: string;
  /** Where its content begins and ends in the file. */
  readonly from: number;
  readonly to: number;
}

/**
 * How long a film in an MP4 or QuickTime file lasts when it is played, in milliseconds, by its movie
 * header (ISO/IEC 14496-12, 8.2.2). Null for what is no such file, or does not tell.
 */
export async function filmLengthMs(place: string): Promise<number | null> {
  const file = await open(place);
  try {
    const { size } = await file.stat();
    const movie = await boxOf(file, 'moov', 0, size);
    const header = movie && (await boxOf(file, 'mvhd', movie.from, movie.to));
    return header && (await lengthOf(file, header));
  } finally {
    await file.close();
  }
}

async function boxOf(file: FileHandle, type: string, from: number, to: number) {
  let at = from;
  for (let count = 0; at < to && count < mostBoxes; count += 1) {
    const box = await boxAt(file, at, to);
    if (box === null || box.type === type) return box;
    at = box.to;
  }
  return null;
}

async function boxAt(file: FileHandle, at: number, end: number): Promise<Box | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, at);
  if (bytesRead < 8) return null;
  const told = buffer.readUInt32BE(0);
  const isLarge = told === 1;
  if (isLarge && bytesRead < 16) return null;
  // None at all reaches to the end of the file.
  const bytes = isLarge ? Number(buffer.readBigUInt64BE(8)) : told === 0 ? end - at : told;
  const head = isLarge ? 16 : 8;
  if (bytes < head || at + bytes > end) return null;
  return { type: buffer.toString('latin1', 4, 8), from: at + head, to: at + bytes };
}

async function lengthOf(file: FileHandle, { from }: Box): Promise<number | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, from);
  if (bytesRead < 32) return null;
  const isLong = buffer.readUInt8(0) === 1;
  const perSecond = buffer.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(buffer.readBigUInt64BE(24)) : buffer.readUInt32BE(16);
  const isTold = perSecond > 0 && length > 0 && length !== 0xffffffff;
  return isTold ? (length / perSecond) * 1000 : null;
}
