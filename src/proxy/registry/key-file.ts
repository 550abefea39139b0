import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { KeyRing } from './key-ring.ts';

/**
 * Reads the keys, or makes one at the first run (0600).
 * @throws StartFailure when the file lies in the data folder, where one copy would take both, or
 * when it does not hold a key: replacing it would lose every password without a word.
 */
export function readKeyRing(file: string, dataFolder: string): KeyRing {
  const inside = path.relative(path.resolve(dataFolder), path.resolve(file));
  const isAbove = inside === '..' || inside.startsWith(`..${path.sep}`);
  if (!isAbove && !path.isAbsolute(inside)) {
    throw new StartFailure(
      `The key file ${file} must lie outside the data folder, so that a copy of the data is useless without it. Choose another place with WATCHFLOOR_KEY_FILE.`,
    );
  }
  const made = makeKeyFile(file);
  if (made !== null) return made;
  const ring = KeyRing.parse(readExisting(file));
  if (ring === null) {
    throw new StartFailure(
      `The key file ${file} does not hold a key. Restore it, or move it away: a new one is made, and the passwords of all devices must be entered again.`,
    );
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return ring;
}

/** Puts other keys in the place of a key file: whoever reads it finds the old ones or the new. */
export function replaceKeyFile(file: string, ring: KeyRing): void {
  const fresh = `${file}.new`;
  try {
    writeFileSync(fresh, ring.text, { mode: 0o600, flush: true });
    renameSync(fresh, file);
    syncFolder(path.dirname(file));
  } catch {
    throw new StartFailure(
      `The key file ${file} cannot be replaced. Check that this account may write there.`,
    );
  }
}

/** A name lasts only when its folder has been written too. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function makeKeyFile(file: string): KeyRing | null {
  const ring = KeyRing.make();
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, ring.text, { flag: 'wx', mode: 0o600, flush: true });
    return ring;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw new StartFailure(
      `The key file ${file} cannot be made. Check that this account may write there.`,
    );
  }
}

function readExisting(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartFailure(
      `The key file ${file} cannot be read. Check that it belongs to this account.`,
    );
  }
}
