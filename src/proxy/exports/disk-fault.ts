import { statfs } from 'node:fs/promises';
import { RequestFault } from '../request-fault.ts';

/** What the rest of the product needs to go on: its store, its record, its copies. */
const reservedBytes = 256 * 1024 ** 2;
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** A fault of our own disk as the person hears of it. */
export function diskFault(error: unknown): RequestFault {
  if (error instanceof RequestFault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return new RequestFault(fullCodes.has(code ?? '') ? 'disk-full' : 'disk-failed', code);
}

/** Room that exports may take; null where the system does not tell. */
export async function freeBytesAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.max(0, bavail * bsize - reservedBytes);
  } catch {
    // Some file systems do not tell; a full one says so when it is written to.
    return null;
  }
}
