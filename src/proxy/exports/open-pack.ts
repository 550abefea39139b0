import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { manifestSchema } from '../../api/exports.ts';
import { RequestFault } from '../request-fault.ts';
import { type ExportJob, hasPack } from './export-job.ts';
import { type PackArchive, packArchive } from './pack-archive.ts';
import { manifestName, signatureName } from './write-pack.ts';

/**
 * The pack of an export that is over, as one archive.
 * @throws RequestFault `not-found` where there is none
 */
export async function openPack(job: ExportJob, folder: string): Promise<PackArchive> {
  if (!hasPack(job)) throw new RequestFault('not-found');
  const place = (name: string) => path.join(folder, name);
  try {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(place(manifestName), 'utf8')));
    const own = await Promise.all(
      [manifestName, signatureName].map(async (name) => ({
        path: name,
        bytes: (await stat(place(name))).size,
      })),
    );
    const parts = [...manifest.files, ...own].map(({ path: name, bytes }) => ({
      name,
      bytes,
      open: () => createReadStream(place(name)),
    }));
    return await packArchive(parts, Date.parse(manifest.createdAt));
  } catch {
    // Somebody took the files away, or the disk was full when they were written down.
    throw new RequestFault('not-found');
  }
}
