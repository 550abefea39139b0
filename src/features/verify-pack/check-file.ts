import { verifyArchive } from '../../evidence/verify-archive.ts';
import type { PackVerdict } from '../../evidence/verify-pack.ts';
import { browserSums } from './browser-sums.ts';

/** Verifies a pack piece after piece. Rejects where the file itself cannot be read. */
export function checkFile(
  file: Pick<File, 'name' | 'size' | 'slice'>,
  onBytes: (bytes: number) => void,
): Promise<PackVerdict> {
  const archive = {
    size: file.size,
    read: async (from: number, bytes: number) =>
      new Uint8Array(await file.slice(from, from + bytes).arrayBuffer()),
  };
  return verifyArchive({ archive, name: file.name, sums: browserSums, onBytes });
}
