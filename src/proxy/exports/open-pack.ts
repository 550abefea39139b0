import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
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
    const manifest = manifestSchema.parse(JSON.parse(await readFile(place(manifestName), 'utf8')));
    const own = await Promise.all(
      [manifestName, signatureName].map(async (name) => ({
        name,
        bytes: (await stat(place(name))).size,
      })),
    );
    const films = manifest.files.map(({ path: name, bytes }) => ({ name, bytes }));
    const { length, body } = writeZip(
      [...films, ...own],
      ({ name }) => createReadStream(place(name)),
      Date.parse(manifest.createdAt),
    );
    return { length, body: Readable.from(body, { objectMode: false }) };
  } catch {
    // Somebody took the files away, or the disk was full when they were written down.
    throw new RequestFault('not-found');
  }
}
