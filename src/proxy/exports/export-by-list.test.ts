import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';
import { afterAll, expect, it, vi } from 'vitest';
import type { CameraWork } from './camera-work.ts';
import { exportByList } from './export-by-list.ts';
import type { CameraJob } from './export-job.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mebibyte = 1024 ** 2;
const film = Buffer.from(Uint8Array.from({ length: 12 * mebibyte }, (_, at) => (at * 31) >>> 5));
const asked: number[] = [];

/** Serves what a `Range` asks for. */
async function openStream(
  { bytes }: { readonly bytes?: { readonly first: number } },
  signal: AbortSignal,
) {
  const first = bytes?.first ?? 0;
  asked.push(first);
  const rest = film.subarray(first);
  async function* pieces() {
    for (let at = 0; at < rest.length; at += 65_536) yield rest.subarray(at, at + 65_536);
  }
  return {
    ...{ contentType: '', contentTypeLine: '', location: '', length: rest.length },
    status: first === 0 ? 200 : 206,
    contentRange: first === 0 ? '' : `bytes ${first}-${film.length - 1}/${film.length}`,
    body: addAbortSignal(signal, Readable.from(pieces())),
  };
}

const range = { fromMs: 1000, toMs: 61_000 };
const file = { fileId: 'f1', type: 'video/mp4', kind: 'continuous', range };
const operations = {
  listRecordedFiles: async () => [file],
  recordedFileTarget: (id: string) => `/files/${id}`,
};
const camera = { files: [], begun: null } as unknown as CameraJob;

function work(more: Partial<CameraWork>): CameraWork {
  return {
    job: { ...range, subtitles: 'none', cameras: [camera] },
    ...{ camera, folder, place: 'camera-1', channel: '1', password: undefined },
    recorder: { operations, connection: { openStream }, clockOffsetMs: 0, zone: {} },
    signal: new AbortController().signal,
    progress: () => undefined,
    onBytes: () => undefined,
    checkRoom: async () => undefined,
    begun: async () => undefined,
    kept: async () => undefined,
    ...more,
  } as unknown as CameraWork;
}

it('goes on within the file at which it was stopped, and does not fetch it a third time', async () => {
  const ending = new AbortController();
  const onBytes = () => {
    const place = path.join(folder, `${camera.begun?.path}.part`);
    if (statSync(place).size > 9 * mebibyte) ending.abort();
  };
  await expect(exportByList(work({ signal: ending.signal, onBytes }))).rejects.toThrow();
  expect(camera).toMatchObject({ files: [], begun: { bytes: film.length } });

  expect(await exportByList(work({}))).toBe('done');
  expect(asked).toEqual([0, 4 * mebibyte]);
  const [kept] = camera.files;
  expect(camera.begun).toBeNull();
  expect(kept?.sha256).toBe(createHash('sha256').update(film).digest('hex'));
  expect(readFileSync(path.join(folder, kept?.path ?? '')).equals(film)).toBe(true);

  expect(await exportByList(work({}))).toBe('done');
  expect(asked).toHaveLength(2);
});

it('ends at once where it is cancelled while the device is still making its list', async () => {
  const ending = new AbortController();
  const listRecordedFiles = vi.fn(() => new Promise<never>(() => undefined));
  const recorder = {
    ...{ operations: { ...operations, listRecordedFiles }, connection: { openStream } },
    ...{ clockOffsetMs: 0, zone: {} },
  } as unknown as CameraWork['recorder'];
  const ended = exportByList(work({ signal: ending.signal, recorder }));
  expect(listRecordedFiles).toHaveBeenCalled();
  ending.abort();
  await expect(ended).rejects.toMatchObject({ reason: 'stopped' });
}, 2000);
