import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../../evidence/byte-source.ts';
import { verifyArchive } from '../../evidence/verify-archive.ts';
import { type PackSource, type PackVerdict, verifyPack } from '../../evidence/verify-pack.ts';
import { nodeSums } from './node-sums.ts';

/** A pack that lies in a folder, with every file below that, whatever it is. */
export async function verifyFolder(folder: string, knownKey?: string): Promise<PackVerdict> {
  return verifyPack(await folderSource(folder), nodeSums, knownKey);
}

/** A pack as it was given out, in one archive. */
export async function verifyZip(place: string, knownKey?: string): Promise<PackVerdict> {
  const file = await open(place);
  try {
    const archive = await fileSource(file);
    const name = path.basename(place);
    return await verifyArchive({ archive, name, sums: nodeSums, knownKey });
  } finally {
    await file.close();
  }
}

async function folderSource(folder: string): Promise<PackSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'));
  return { names: names.sort(), open: (name) => createReadStream(path.join(folder, name)) };
}

async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (from, bytes) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, from);
      return buffer.subarray(0, bytesRead);
    },
  };
}
