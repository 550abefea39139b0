import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';

const keyBytes = 32;

/**
 * Reads the master key, or makes it at the first run (0600).
 * @throws StartFailure when the file lies in the data folder, where one copy would take both, or
 * when it does not hold a key: replacing it would lose every password without a word.
 */
export function readKeyFile(file: string, dataFolder: string): Buffer {
  const inside = path.relative(path.resolve(dataFolder), path.resolve(file));
  const isAbove = inside === '..' || inside.startsWith(`..${path.sep}`);
  if (!isAbove && !path.isAbsolute(inside)) {
    throw new StartFailure(
      `The key file ${file} must lie outside the data folder, so that a copy of the data is useless without it. Choose another place with WATCHFLOOR_KEY_FILE.`,
    );
  }
  const made = makeKeyFile(file);
  if (made !== null) return made;
  const key = Buffer.from(readExisting(file).trim(), 'base64url');
  if (key.length !== keyBytes) {
    throw new StartFailure(
      `The key file ${file} does not hold a key. Restore it, or move it away: a new one is made, and the passwords of all devices must be entered again.`,
    );
  }
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return key;
}

function makeKeyFile(file: string): Buffer | null {
  const key = randomBytes(keyBytes);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${key.toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
    return key;
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
