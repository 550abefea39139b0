import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Audit } from '../access/audit.ts';
import { type ExportJob, exportJobSchema } from './export-job.ts';
import { ExportShelf } from './export-shelf.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-shelf-'));
afterAll(() => rmSync(folder, { recursive: true }));

function job(id: string, state: ExportJob['state'], begun: string | null): ExportJob {
  const range = { fromMs: 0, toMs: 1000 };
  const file = { path: 'camera-1/a.mp4', bytes: 1, sha256: '', deviceMd5: null, range };
  return {
    ...{ id, state, name: '', by: { id: 'p', name: 'Guard' }, ...range, partBytes: null },
    ...{ createdAtMs: 0, endedAtMs: null, expiresAtMs: null, notBeforeMs: 0, encrypted: false },
    ...{ subtitles: 'none', submitter: '', recipient: '', purpose: '' },
    cameras: [
      {
        ...{ cameraId: 'c', name: 'Gate', state: 'running', problem: null, gaps: [] },
        untoldFromMs: null,
        wholeToMs: null,
        files: [file],
        begun: begun === null ? null : { path: begun, bytes: 20_000_000 },
        device: { name: '', protocol: '', firmware: null, zone: 'UTC', clockOffsetMs: null },
      },
    ],
  };
}

const open = (
  jobs: readonly ExportJob[],
  nowMs = 1,
  write: Audit['write'] = () => Promise.reject(new TypeError('nothing to record')),
) =>
  ExportShelf.open({
    store: {
      read: async () => jobs.map((body) => ({ id: body.id, createdAtMs: 0, body })),
      save: async () => undefined,
      remove: async () => undefined,
    },
    audit: { write },
    ...{
      folder,
      keepDays: 2,
      now: () => nowMs,
      onFault: () => undefined,
      onChange: () => undefined,
    },
  });

it('keeps of what ran when the proxy ended what is whole, and the part that can be gone on with', async () => {
  const jobs = [job('ran', 'running', 'camera-1/b.mp4'), job('over', 'done', null)];
  for (const id of ['ran', 'over', 'nobodys']) {
    mkdirSync(path.join(folder, id, 'camera-1'), { recursive: true });
    for (const name of ['a.mp4', 'b.mp4.part', 'c.mp4', 'd.mp4.part']) {
      writeFileSync(path.join(folder, id, 'camera-1', name), 'x');
    }
  }
  const shelf = await open(jobs);
  shelf.stop();
  const left = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  expect(left).toEqual([
    'over/camera-1/a.mp4',
    'over/camera-1/c.mp4',
    'ran/camera-1/a.mp4',
    'ran/camera-1/b.mp4.part',
  ]);
  expect(shelf.job('ran')).toMatchObject({ state: 'interrupted', cameras: [{ state: 'waiting' }] });
});

it('keeps what was interrupted no longer than what has ended, however often it starts', async () => {
  let ran = job('left', 'running', null);
  const dayMs = 86_400_000;
  for (const nowMs of [0, dayMs]) {
    const shelf = await open([ran], nowMs);
    shelf.stop();
    ran = shelf.job('left') ?? ran;
    expect(ran.expiresAtMs).toBe(2 * dayMs);
  }
  const expired: string[] = [];
  const shelf = await open([ran], 2 * dayMs, async (entry) => {
    expired.push(entry.operation);
    return undefined as never;
  });
  shelf.stop();
  expect(shelf.all).toEqual([]);
  expect(expired).toEqual(['export.expire']);
});

it('takes away no files of an export that it cannot read', async () => {
  const place = path.join(folder, 'newer', 'camera-1');
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'a.mp4'), 'x');
  // As a newer product may write it.
  const shelf = await open([{ ...job('newer', 'done', null), state: 'sealed' } as never]);
  shelf.stop();
  expect(readdirSync(place)).toEqual(['a.mp4']);
});

it('reads an export of a product that knew of no parts', () => {
  const { cameras, ...rest } = job('old', 'failed', null);
  const older = cameras.map(({ begun: _, ...camera }) => camera);
  expect(exportJobSchema.parse({ ...rest, cameras: older }).cameras[0]?.begun).toBeNull();
});
