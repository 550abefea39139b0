import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileName, openStore } from './open-store.ts';
import { isWholeCopy } from './whole-copy.ts';

let folder = '';
const file = () => path.join(folder, fileName);

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-whole-'));
  await (await openStore(folder, 1)).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

it('says that a copy is whole', async () => {
  expect(await isWholeCopy(file())).toBe(true);
});

it.each([
  [
    'damaged in the middle',
    () => writeFileSync(file(), readFileSync(file()).fill(0xee, 4096, 12_288)),
  ],
  ['no database', () => writeFileSync(file(), 'nothing')],
  ['gone', () => rmSync(file())],
])('says that one is not that is %s', async (_, damage) => {
  damage();
  expect(await isWholeCopy(file())).toBe(false);
});
