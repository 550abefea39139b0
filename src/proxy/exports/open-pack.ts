import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { manifestSchema } from '../../api/exports.ts';
import { manifestName, signatureName } from '../../evidence/pack-names.ts';
import { writeZip } from '../../evidence/write-zip.ts';
import { RequestFault } from '../request-fault.ts';
import { type ExportJob, hasPack } from './export-job.ts';

export interface OpenPack {
  /** Bytes of the whole. */
  readonly length: number;
  readonly body: Readable;
}

/**
 * The pack of an export that is over, as one archive.
 * @throws RequestFault `not-found` where there is none
 */
export async function openPack(job: ExportJob, folder: string): Promise<OpenPack> {
  if (!hasPack(job)) throw new RequestFault('not-found');
  const place = (name: string) => path.join(folder, name);
  try {
    // What a retry writes anew is read at once: a pack is of one time, however long it takes.
    const texts = new Map<string, Buffer>();
    const keep = async (name: string) => texts.set(name, await readFile(place(name)));
    for (const name of [manifestName, signatureName]) await keep(name);
    const manifest = manifestSchema.parse(JSON.parse(String(texts.get(manifestName))));
    for (const { path: name, cameraId } of manifest.files) if (cameraId === null) await keep(name);
    const own = [manifestName, signatureName].map((name) => ({
      name,
      bytes: texts.get(name)?.length ?? 0,
    }));
    const films = manifest.files.map(({ path: name, bytes }) => ({ name, bytes }));
    const { length, body } = writeZip(
      [...films, ...own],
      ({ name }) => openFile(texts.get(name), place(name)),
      Date.parse(manifest.createdAt),
    );
    return { length, body: Readable.from(body, { objectMode: false }) };
  } catch {
    // Somebody took the files away, or the disk was full when they were written down.
    throw new RequestFault('not-found');
  }
}

const openFile = (text: Buffer | undefined, place: string) =>
  text === undefined ? createReadStream(place) : Readable.from([text]);
