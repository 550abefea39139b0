import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFailure } from '../start-failure.ts';
import { readKeyRing } from './key-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readKeyRing', () => {
  it('makes a key once, readable by its owner alone, and reads it again', () => {
    const file = path.join(folder, 'keys', 'master.key');
    const made = readKeyRing(file, path.join(folder, 'data'));
    expect(made.current).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readKeyRing(file, path.join(folder, 'data')).text).toBe(made.text);
  });

  it('takes a key that others may read away from them', () => {
    const file = path.join(folder, 'master.key');
    writeFileSync(file, Buffer.alloc(32, 1).toString('base64url'), { mode: 0o644 });
    readKeyRing(file, path.join(folder, 'data'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('does not replace a file that holds no key', () => {
    const file = path.join(folder, 'master.key');
    writeFileSync(file, 'half a k');
    expect(() => readKeyRing(file, path.join(folder, 'data'))).toThrow(StartFailure);
  });

  it.each(['keys', '..keys'])('refuses a key beside the data that it protects, in %s', (name) => {
    const file = path.join(folder, 'data', name, 'master.key');
    expect(() => readKeyRing(file, path.join(folder, 'data'))).toThrow(/outside the data folder/);
  });
});
