import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFailure } from '../start-failure.ts';
import { backUp, backupCopies } from './backups.ts';
import { type KeptStore, openKeptStore } from './kept-store.ts';
import { fileName } from './open-store.ts';

const hourMs = 3600_000;
const view = (id: string) =>
  ({ id, name: id, layout: '1', cells: [], alarmPolicy: 'border' }) as const;

let folder = '';
let faults: unknown[] = [];
const open: KeptStore[] = [];
const file = () => path.join(folder, fileName);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-kept-'));
  faults = [];
});
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true });
  expect(faults).toEqual([]);
});

async function start(nowMs: number): Promise<KeptStore> {
  const kept = await openKeptStore(
    folder,
    () => nowMs,
    (fault) => faults.push(fault),
  );
  open.push(kept);
  return kept;
}

async function closeAll(): Promise<void> {
  for (const { endCopies, store } of open.splice(0)) {
    await endCopies();
    await store.close();
  }
}

/** A registry with one view, and a copy of it made at the second hour. */
async function makeRegistry(): Promise<void> {
  const { store } = await start(hourMs);
  await store.saveView(view('first'));
  await closeAll();
  await start(2 * hourMs + 1);
  await closeAll();
}

describe('openKeptStore', () => {
  it.each([
    ['overwritten', () => writeFileSync(file(), 'x'.repeat(9000))],
    ['emptied', () => truncateSync(file(), 0)],
    ['removed', () => rmSync(file())],
    [
      'left without its tables, as by a lost journal',
      () => {
        rmSync(file());
        new SqliteDatabase(file()).exec('vacuum').close();
      },
    ],
    ['cut in half', () => truncateSync(file(), readFileSync(file()).length / 2)],
    [
      'damaged in the middle',
      () => writeFileSync(file(), readFileSync(file()).fill(0xee, 4096, 12_288)),
    ],
  ])('goes back to the newest copy when the file is %s, and says so', async (_, damage) => {
    await makeRegistry();
    damage();
    const { store, restoredFromMs } = await start(5 * hourMs);
    expect(restoredFromMs).toBe(2 * hourMs + 1);
    expect(await store.readViews()).toEqual([view('first')]);
  });

  it('takes an older copy where the newest is damaged too', async () => {
    await makeRegistry();
    await start(4 * hourMs);
    await closeAll();
    writeFileSync(backupCopies(folder)[0]?.file ?? '', 'nothing');
    truncateSync(file(), 100);
    const { store, restoredFromMs } = await start(6 * hourMs);
    expect(restoredFromMs).toBe(2 * hourMs + 1);
    expect(await store.readViews()).toEqual([view('first')]);
  });

  it('never starts empty where no copy is whole', async () => {
    await makeRegistry();
    for (const copy of backupCopies(folder)) writeFileSync(copy.file, 'nothing');
    truncateSync(file(), 0);
    await expect(start(6 * hourMs)).rejects.toThrow(StartFailure);
    expect(readFileSync(file())).toHaveLength(0);
  });

  it('puts the damaged file aside, and the last two of them', async () => {
    await makeRegistry();
    for (const hour of [5, 7, 9]) {
      writeFileSync(file(), `damaged at ${hour}`);
      expect((await start(hour * hourMs)).restoredFromMs).toBeDefined();
      await closeAll();
    }
    const aside = readdirSync(folder).filter((name) => name.includes('.damaged-'));
    expect(aside.sort()).toEqual(
      [7, 9].map((hour) => `${fileName}.damaged-${hour * hourMs}`).sort(),
    );
  });

  it('says nothing of copies after a start like any other', async () => {
    await makeRegistry();
    expect((await start(5 * hourMs)).restoredFromMs).toBeUndefined();
  });
});

describe('backUp', () => {
  it('keeps three copies, apart by an hour or more', async () => {
    const { endCopies } = await start(hourMs);
    await endCopies();
    for (const hour of [2.1, 2.2, 2.3, 4, 6, 8]) {
      await backUp(folder, file(), Math.round(hour * hourMs));
    }
    expect(backupCopies(folder).map(({ atMs }) => atMs / hourMs)).toEqual([8, 6, 4]);
    await backUp(folder, file(), 8.5 * hourMs);
    expect(backupCopies(folder).map(({ atMs }) => atMs / hourMs)).toEqual([8.5, 6, 4]);
    expect(readdirSync(path.join(folder, 'copies'))).toHaveLength(3);
  });

  it('copies what is written while it copies', async () => {
    const { store, endCopies } = await start(hourMs);
    await endCopies();
    const copying = backUp(folder, file(), 3 * hourMs);
    for (let number = 0; number < 20; number += 1) await store.saveView(view(`v${number}`));
    await copying;
    await backUp(folder, file(), 5 * hourMs);
    await closeAll();
    truncateSync(file(), 0);
    const { store: again } = await start(6 * hourMs);
    expect(await again.readViews()).toHaveLength(20);
  });
});
