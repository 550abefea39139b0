import type { Manifest } from '../api/exports.ts';
import { type ByteSource, piecesOf } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { manifestName, signatureName } from './pack-names.ts';
import type { Sums } from './sums.ts';
import { type PackVerdict, verifyPack } from './verify-pack.ts';
import { readDirectory } from './zip-directory.ts';
import { descriptor, directory, localHeader, planZip } from './zip-layout.ts';

export interface ArchiveOrder {
  readonly archive: ByteSource;
  /** How it is called, for what is said of it as a whole. */
  readonly name: string;
  readonly sums: Sums;
  /** The public key as it was learned elsewhere; without it, that of the manifest. */
  readonly knownKey?: string | undefined;
  /** @param bytes of the archive that were looked at so far */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * Whether a pack in one archive is as it was given out: not a byte of that may differ.
 * Rejects where the archive itself could not be read, since that says nothing of the pack.
 */
export async function verifyArchive(order: ArchiveOrder): Promise<PackVerdict> {
  const failures: unknown[] = [];
  const read: ByteSource['read'] = async (from, bytes) => {
    try {
      return await order.archive.read(from, bytes);
    } catch (failure) {
      failures.push(failure);
      throw failure;
    }
  };
  const verdict = await verify({ ...order, archive: { size: order.archive.size, read } });
  if (failures.length > 0) throw failures[0];
  return verdict;
}

async function verify(order: ArchiveOrder): Promise<PackVerdict> {
  const { archive, name: ownName, sums, knownKey, onBytes } = order;
  const records = await readDirectory(archive).catch(() => null);
  if (records === null) {
    return { files: 0, manifest: null, faults: [{ kind: 'unreadable', name: ownName }] };
  }
  const byName = new Map(records.map((record) => [record.name, record]));
  const crcs = new Map<string, number>();
  let looked = 0;
  async function* open(name: string) {
    const { contentAt = 0, bytes = 0 } = byName.get(name) ?? {};
    let crc = 0;
    for await (const piece of piecesOf(archive, contentAt, bytes)) {
      crc = crc32(piece, crc);
      looked += piece.length;
      onBytes?.(looked);
      yield piece;
    }
    crcs.set(name, crc);
  }
  const verdict = await verifyPack({ names: [...byName.keys()], open }, sums, knownKey);
  const { manifest, faults } = verdict;
  if (manifest === null || faults.some(({ kind }) => kind !== 'unchecked')) return verdict;
  const sizeOf = (name: string) => byName.get(name)?.bytes ?? 0;
  const isAsGiven = await hasLayout(archive, manifest, sizeOf, crcs).catch(() => false);
  if (isAsGiven) return verdict;
  return { ...verdict, faults: [...faults, { kind: 'archive', name: ownName }] };
}

/** Whether what stands between the files is what stands there when a pack is given out. */
async function hasLayout(
  archive: ByteSource,
  manifest: Manifest,
  sizeOf: (name: string) => number,
  crcs: ReadonlyMap<string, number>,
): Promise<boolean> {
  const plan = planZip([
    ...manifest.files.map(({ path: name, bytes }) => ({ name, bytes })),
    ...[manifestName, signatureName].map((name) => ({ name, bytes: sizeOf(name) })),
  ]);
  if (plan.length !== archive.size) return false;
  const atMs = Date.parse(manifest.createdAt);
  const crcOf = (name: string) => crcs.get(name) ?? 0;
  for (const file of plan.files) {
    const before = localHeader(file, atMs);
    const behindAt = file.at + before.length + file.bytes;
    const isThere =
      (await stands(archive, file.at, before)) &&
      (await stands(archive, behindAt, descriptor(file, crcOf(file.name))));
    if (!isThere) return false;
  }
  const sums = plan.files.map(({ name }) => crcOf(name));
  return stands(archive, plan.directoryAt, directory(plan, sums, atMs));
}

async function stands(archive: ByteSource, at: number, wanted: Uint8Array): Promise<boolean> {
  const there = await archive.read(at, wanted.length);
  return there.length === wanted.length && there.every((byte, index) => byte === wanted[index]);
}
