import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { packArchive } from './pack-archive.ts';
import { type PackSource, type PackVerdict, verifyPack } from './verify-pack.ts';
import { manifestName, signatureName } from './write-pack.ts';

/** Every file below a folder, whatever it is. */
export async function folderSource(folder: string): Promise<PackSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'));
  return {
    names: names.sort(),
    open: async (name) => createReadStream(path.join(folder, name)),
  };
}

/** A pack as it was given out, in one archive: not a byte of that may differ either. */
export async function verifyArchive(file: string, knownKey?: string): Promise<PackVerdict> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await openPromise(file, { autoClose: false, lazyEntries: true });
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch {
    return { files: 0, manifest: null, faults: [{ kind: 'unreadable', name: file }] };
  }
  try {
    const open = async (name: string) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new RangeError('no such file');
      return zip.openReadStreamPromise(entry);
    };
    const verdict = await verifyPack({ names: [...entries.keys()], open }, knownKey);
    const { manifest, faults } = verdict;
    if (manifest === null || faults.length > 0) return verdict;
    const ownSize = (name: string) => entries.get(name)?.uncompressedSize ?? 0;
    const own = [manifestName, signatureName].map((path) => ({ path, bytes: ownSize(path) }));
    const parts = [...manifest.files, ...own].map(({ path: name, bytes }) => ({
      name,
      bytes,
      open: () => later(open(name)),
    }));
    const anew = await packArchive(parts, Date.parse(manifest.createdAt));
    const [given, made] = await Promise.all([sum(createReadStream(file)), sum(anew.body)]);
    if (given === made) return verdict;
    return { ...verdict, faults: [{ kind: 'changed', name: path.basename(file) }] };
  } finally {
    zip.close();
  }
}

async function sum(content: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece as Buffer);
  return hash.digest('hex');
}

function later(opening: Promise<Readable>): Readable {
  const body = new PassThrough();
  opening.then(
    (content) => content.once('error', (error) => body.destroy(error)).pipe(body),
    (error: Error) => body.destroy(error),
  );
  return body;
}
