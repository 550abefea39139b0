import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportJob } from './export-job.ts';
import { openPack } from './open-pack.ts';
import { verifyZip } from './pack-sources.ts';
import { SigningKey } from './signing-key.ts';
import { verifyCommand } from './verify-command.ts';
import { writePack } from './write-pack.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-pack-'));
const archive = `${folder}.zip`;
const key = new SigningKey(new Uint8Array(32).fill(7));
const atMs = Date.UTC(2026, 9, 25, 1, 30);
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(archive, { force: true });
});

function kept(name: string, content: Buffer) {
  writeFileSync(path.join(folder, name), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const range = { fromMs: atMs, toMs: atMs + 60_000 };
  return { path: name, bytes: content.length, sha256, deviceMd5: null, range };
}

let job: ExportJob;
beforeAll(async () => {
  mkdirSync(path.join(folder, 'camera-1'));
  const files = ['a.mp4', 'a.vtt', 'b.mp4'].map((name) =>
    kept(`camera-1/${name}`, randomBytes(4000)),
  );
  job = {
    ...{ id: 'x', name: 'Gate', by: { id: 'p', name: 'Guard' }, recipient: 'Police', purpose: '' },
    ...{ createdAtMs: atMs, endedAtMs: atMs, expiresAtMs: null, fromMs: atMs, toMs: atMs + 60_000 },
    ...{ notBeforeMs: 0, subtitles: 'vtt', partBytes: null, encrypted: false, submitter: '' },
    state: 'done',
    cameras: [
      {
        ...{ cameraId: 'c', name: 'Gate', state: 'done', problem: null, files, begun: null },
        gaps: [{ fromMs: atMs + 1000, toMs: atMs + 2000 }],
        untoldFromMs: null,
        wholeToMs: null,
        device: {
          name: 'NVR',
          protocol: 'tsapi',
          firmware: '1',
          zone: 'Europe/Berlin',
          clockOffsetMs: 5,
        },
      },
    ],
  };
  await writePack(job, { folder, key, version: '1', siteZone: 'UTC' });
  writeFileSync(archive, await buffer((await openPack(job, folder)).body));
});

it('finds a pack whole, and says by whose key', async () => {
  expect(await verifyCommand([folder])).toMatchObject({ code: 0 });
  expect(await verifyCommand([archive, '--key', key.publicKey])).toMatchObject({ code: 0 });
  const other = new SigningKey(new Uint8Array(32).fill(8)).publicKey;
  const { code, text } = await verifyCommand([folder, '--key', other]);
  expect(code).toBe(1);
  expect(text).toContain('another key');
  expect((await verifyCommand([])).code).toBe(2);
  expect((await verifyCommand(['/nowhere'])).code).toBe(2);
});

/** The same places at each run. */
function* places(bytes: number, most: number) {
  let state = 1;
  for (let made = 0; made < most; made += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield [state % bytes, 1 << (state >>> 29)] as const;
  }
}

it('finds every one of a thousand flipped bytes', async () => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const contents = names.map((name) => readFileSync(name));
  const total = contents.reduce((sum, { length }) => sum + length, 0);
  const missed: number[] = [];
  let flips = 0;
  for (const [place, bit] of places(total, 1000)) {
    let at = place;
    const index = contents.findIndex(({ length }) => {
      if (at < length) return true;
      at -= length;
      return false;
    });
    const [name = '', whole = Buffer.alloc(0)] = [names[index], contents[index]];
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ bit;
    writeFileSync(name, flipped);
    if ((await verifyCommand([folder])).code !== 1) missed.push(place);
    writeFileSync(name, whole);
    flips += 1;
  }
  expect(missed).toEqual([]);
  expect(flips).toBe(1000);
  expect(names.length).toBe(8);
}, 60_000);

it('finds flipped bytes of an archive, also between its files', async () => {
  const whole = readFileSync(archive);
  const place = `${archive}.flipped`;
  const missed: number[] = [];
  for (const [at, bit] of places(whole.length, 1000)) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ bit;
    writeFileSync(place, flipped);
    if ((await verifyZip(place)).faults.length === 0) missed.push(at);
  }
  rmSync(place);
  expect(missed).toEqual([]);
}, 60_000);

it('names what is missing and what was added', async () => {
  const film = path.join(folder, 'camera-1', 'b.mp4');
  const content = readFileSync(film);
  rmSync(film);
  writeFileSync(path.join(folder, 'notes.txt'), 'x');
  const { code, text } = await verifyCommand([folder]);
  expect(code).toBe(1);
  expect(text).toContain('MISSING: camera-1/b.mp4');
  expect(text).toContain('EXTRA: not part of the pack: notes.txt');
  rmSync(path.join(folder, 'notes.txt'));
  writeFileSync(film, content);
  expect((await verifyCommand([folder])).code).toBe(0);
});

it('gives out one whole pack, also where it is written anew meanwhile', async () => {
  const facts = { folder, key, version: '1', siteZone: 'Europe/Berlin' };
  const place = `${archive}.meanwhile`;
  const { body, length } = await openPack(job, folder);
  await writePack({ ...job, endedAtMs: atMs + 60_000, purpose: 'Theft' }, facts);
  const whole = await buffer(body);
  expect(whole.length).toBe(length);
  writeFileSync(place, whole);
  expect((await verifyZip(place, key.publicKey)).faults).toEqual([]);
  rmSync(place);
  await writePack(job, facts);
});
