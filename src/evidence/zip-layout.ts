/**
 * The one way in which a pack is written as a ZIP archive (PKWARE APPNOTE 6.3): files stored one after
 * the other, sums behind them, ZIP64 only for what needs it. Of the same files and the same date it is
 * the same to the byte, so that a verifier knows what must stand between the files.
 */

export interface ZipFile {
  readonly name: string;
  readonly bytes: number;
}

/** A file with its place in the archive. */
export interface PlacedFile extends ZipFile {
  readonly encodedName: Uint8Array;
  /** Where its local header begins. */
  readonly at: number;
}

export interface ZipPlan {
  readonly files: readonly PlacedFile[];
  readonly directoryAt: number;
  readonly directoryBytes: number;
  /** Of the whole archive. */
  readonly length: number;
}

type Field = readonly [width: 2 | 4 | 8, value: number];

export const localHeaderBytes = 30;
export const recordBytes = 46;
export const endBytes = 22;
export const bigEndBytes = 56;
export const locatorBytes = 20;
export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  record: 0x02014b50,
  bigEnd: 0x06064b50,
  locator: 0x07064b50,
  end: 0x06054b50,
} as const;
/** In a field of four or two bytes: what is meant stands in the ZIP64 field. */
export const seeBig = 0xffffffff;
export const seeBigCount = 0xffff;
const bigExtraBytes = 28;
/** Names are UTF-8 (bit 11), and the sums stand behind the file (bit 3). */
const flags = 0x0808;
const usualVersion = 20;
const bigVersion = 45;
/** Unix, and version 6.3 of the document. */
const madeBy = 0x033f;
/** A plain file that its owner may change and everybody may read. */
const attributes = 0o100644 * 0x10000;

export function planZip(wanted: readonly ZipFile[]): ZipPlan {
  const encoder = new TextEncoder();
  const files: PlacedFile[] = [];
  let at = 0;
  let directoryBytes = 0;
  for (const { name, bytes } of wanted) {
    const file = { name, bytes, encodedName: encoder.encode(name), at };
    files.push(file);
    const named = file.encodedName.length;
    at += localHeaderBytes + named + bytes + (isBig(file) ? 24 : 16);
    directoryBytes += recordBytes + named + (isBig(file) ? bigExtraBytes : 0);
  }
  const plan = { files, directoryAt: at, directoryBytes, length: 0 };
  const end = endBytes + (needsBigEnd(plan) ? bigEndBytes + locatorBytes : 0);
  return { ...plan, length: at + directoryBytes + end };
}

/** What stands before a file. */
export function localHeader({ encodedName }: PlacedFile, atMs: number): Uint8Array {
  return joined(
    written(
      ...([
        [4, signatures.local],
        [2, usualVersion],
        [2, flags],
        [2, 0],
      ] as const),
      ...([...dosTime(atMs), [4, 0], [4, 0], [4, 0], [2, encodedName.length], [2, 0]] as const),
    ),
    encodedName,
  );
}

/** What stands behind a file. */
export function descriptor(file: PlacedFile, crc: number): Uint8Array {
  const width = isBig(file) ? 8 : 4;
  return written([4, signatures.descriptor], [4, crc], [width, file.bytes], [width, file.bytes]);
}

/** Of all files, with the end of the archive behind it. @param crcs in the order of the files */
export function directory(plan: ZipPlan, crcs: readonly number[], atMs: number): Uint8Array {
  const records = plan.files.map((file, index) => record(file, crcs[index] ?? 0, atMs));
  return joined(...records, end(plan));
}

function record(file: PlacedFile, crc: number, atMs: number): Uint8Array {
  const { at, bytes, encodedName } = file;
  const big = isBig(file);
  const extra = big ? written([2, 1], [2, 24], [8, bytes], [8, bytes], [8, at]) : new Uint8Array();
  const head = written(
    ...([
      [4, signatures.record],
      [2, madeBy],
      [2, big ? bigVersion : usualVersion],
    ] as const),
    ...([[2, flags], [2, 0], ...dosTime(atMs), [4, crc]] as const),
    ...([
      [4, big ? seeBig : bytes],
      [4, big ? seeBig : bytes],
      [2, encodedName.length],
    ] as const),
    ...([
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, attributes],
      [4, big ? seeBig : at],
    ] as const),
  );
  return joined(head, encodedName, extra);
}

function end(plan: ZipPlan): Uint8Array {
  const { files, directoryAt, directoryBytes } = plan;
  const count = Math.min(files.length, seeBigCount);
  const usual = written(
    ...([
      [4, signatures.end],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
    ] as const),
    ...([
      [4, Math.min(directoryBytes, seeBig)],
      [4, Math.min(directoryAt, seeBig)],
      [2, 0],
    ] as const),
  );
  if (!needsBigEnd(plan)) return usual;
  const big = written(
    ...([
      [4, signatures.bigEnd],
      [8, bigEndBytes - 12],
      [2, madeBy],
      [2, bigVersion],
    ] as const),
    ...([
      [4, 0],
      [4, 0],
      [8, files.length],
      [8, files.length],
    ] as const),
    ...([
      [8, directoryBytes],
      [8, directoryAt],
    ] as const),
  );
  const locator = written(
    ...([
      [4, signatures.locator],
      [4, 0],
      [8, directoryAt + directoryBytes],
      [4, 1],
    ] as const),
  );
  return joined(big, locator, usual);
}

function isBig({ at, bytes }: PlacedFile): boolean {
  return at >= seeBig || bytes >= seeBig;
}

function needsBigEnd({ files, directoryAt, directoryBytes }: ZipPlan): boolean {
  return files.length >= seeBigCount || directoryAt >= seeBig || directoryBytes >= seeBig;
}

/** In UTC, since an archive cannot say in which zone its times are. Time first, then date. */
function dosTime(atMs: number): readonly [Field, Field] {
  const at = new Date(atMs);
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const year = Math.max(0, at.getUTCFullYear() - 1980) & 0x7f;
  return [
    [2, time],
    [2, (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()],
  ];
}

function written(...all: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
