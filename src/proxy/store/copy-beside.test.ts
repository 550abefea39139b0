import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isWholeRegistry } from './backups.ts';
import { copyBeside } from './copy-beside.ts';
import { fileName, openStore } from './open-store.ts';

let folder = '';
const file = () => path.join(folder, fileName);
const copy = () => path.join(folder, 'copy');

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-beside-'));
  await (await openStore(folder, 1)).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes a whole copy of one file', async () => {
  expect(await copyBeside(file(), copy())).toBe(true);
  expect(isWholeRegistry(copy())).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy']);
});

it('says that the copy of what is damaged is not whole', async () => {
  // A page of a table that is read only as a whole.
  const bytes = readFileSync(file());
  writeFileSync(file(), bytes.fill(0xee, bytes.length - 4096, bytes.length - 100));
  expect(await copyBeside(file(), copy())).toBe(false);
});

it.each([
  ['there is none', () => rmSync(file())],
  ['it is no registry', () => writeFileSync(file(), 'nothing'.repeat(1000))],
])('fails where %s', async (_, damage) => {
  damage();
  await expect(copyBeside(file(), copy())).rejects.toThrow();
});
