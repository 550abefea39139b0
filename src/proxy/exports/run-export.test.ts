import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import type { CameraSpans } from '../../api/recordings.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { harmlessName } from './camera-work.ts';
import { namesOf } from './export-copies.ts';
import { vttOf } from './keep-subtitles.ts';
import { runExport } from './run-export.ts';

it('makes of every name one that stays in its folder', () => {
  const names = [
    '../../etc/passwd',
    '..',
    'C:\\x\\y.mp4',
    '.hidden',
    '-rf',
    '...',
    'CON',
    'a\u0000b',
    '',
    'ü',
  ];
  for (const name of names) {
    expect(harmlessName(name), name).toMatch(/^[\w][\w.-]*$/);
  }
  expect(harmlessName('CH1.2018-07-27T09.11.19.mp4')).toBe('CH1.2018-07-27T09.11.19.mp4');
  expect(harmlessName('nul.mp4')).toBe('_nul.mp4');
  expect(harmlessName('a.mp4.')).toBe('a.mp4');
  // Else it would be written over by the file that comes after it, and taken for one that is not whole.
  expect(harmlessName('a.mp4.part')).toBe('a.mp4_part');
  expect(harmlessName(`${'x'.repeat(300)}.mp4`)).toMatch(/^x{96}\.mp4$/);
});

it('gives each copy a name of its own', () => {
  const targets = ['/a/x.mp4', '/b/x.mp4', '/c/y z.mp4'];
  expect(namesOf(targets)).toEqual(['x.mp4', '2-x.mp4', 'y_z.mp4']);
});

it('tells the time of each second in the zone of the device, also when clocks go back', () => {
  const fromMs = Date.UTC(2026, 9, 25, 0, 59, 59);
  expect(vttOf({ fromMs, toMs: fromMs + 2000 }, 'Europe/Berlin')).toBe(
    [
      'WEBVTT',
      '',
      '00:00:00.000 --> 00:00:01.000',
      '2026-10-25 02:59:59.000+02:00',
      '',
      '00:00:01.000 --> 00:00:02.000',
      '2026-10-25 02:00:00.000+01:00',
      '',
    ].join('\n'),
  );
});

const minuteMs = 60_000;
const time = { fromMs: 10 * minuteMs, toMs: 20 * minuteMs };

/** What an export of a time says of its gaps, of a camera from which no file came. */
async function gapsOf(found: CameraSpans['found'], nowMs = 60 * minuteMs) {
  const camera = { cameraId: 'c1', state: 'waiting', files: [], begun: null, gaps: [] };
  const operations = { listRecordedFiles: async () => [], recordedFileTarget: () => '' };
  const device = { row: {}, protocol: { operations }, connection: {}, status: {} };
  await runExport(
    {
      job: { ...time, cameras: [camera] },
      signal: new AbortController().signal,
      ...{ progress: () => undefined, settled: async () => undefined },
    } as unknown as Parameters<typeof runExport>[0],
    {
      directory: { camera: () => ({ device, camera: { row: {} } }) as unknown as FoundCamera },
      recordings: {
        spans: async () => [{ cameraId: 'c1', zone: 'UTC', clockOffsetMs: 0, found }],
      },
      ...{ siteZone: 'UTC', copyPauseMs: 0, now: () => nowMs },
    },
  );
  return camera;
}

it('signs no gap where the device has not told yet, or the time has not come', async () => {
  const listed = (knownToMs: number): CameraSpans['found'] => ({
    ...{ state: 'listed', precision: 'exact', knownToMs },
    spans: [[time.fromMs, time.fromMs + minuteMs, 'continuous']],
  });
  const begin = time.fromMs + minuteMs;
  expect(await gapsOf(listed(60 * minuteMs))).toMatchObject({
    gaps: [{ fromMs: begin, toMs: time.toMs }],
    untoldFromMs: null,
  });
  expect(await gapsOf(listed(begin))).toMatchObject({ gaps: [], untoldFromMs: begin });
  // What was recorded while the files came is not among them, whatever is listed by now.
  expect(await gapsOf(listed(60 * minuteMs), begin)).toMatchObject({
    gaps: [],
    untoldFromMs: begin,
  });
  const problem = { kind: 'timeout', reason: 'answer-timeout' } as const;
  expect(await gapsOf({ state: 'failed', problem })).toMatchObject({
    gaps: [],
    untoldFromMs: time.fromMs,
  });
});

it('corrects all files of a camera by one clock, so that a retry fetches none of them again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-run-'));
  const film = { fileId: 'f1', type: 'video/mp4', kind: 'continuous', range: time };
  const camera = { cameraId: 'c1', state: 'waiting', files: [], begun: null, gaps: [] };
  const status = { clockSkewMs: 700 };
  const body = Buffer.from('film');
  const connection = {
    openStream: async () => ({
      ...{ status: 200, contentType: '', contentTypeLine: '', location: '', contentRange: '' },
      ...{ length: body.length, body: Readable.from([body]) },
    }),
  };
  const operations = { listRecordedFiles: async () => [film], recordedFileTarget: () => '/f1' };
  const device = { row: {}, protocol: { operations }, connection, status };
  const run = () =>
    runExport(
      {
        job: { ...time, subtitles: 'none', cameras: [camera] },
        ...{ folder, signal: new AbortController().signal, onBytes: () => undefined },
        ...{ progress: () => undefined, settled: async () => undefined },
        ...{ begun: async () => undefined, kept: async () => undefined },
        checkRoom: async () => undefined,
      } as unknown as Parameters<typeof runExport>[0],
      {
        directory: { camera: () => ({ device, camera: { row: {} } }) as unknown as FoundCamera },
        recordings: { spans: async () => [] },
        ...{ siteZone: 'UTC', copyPauseMs: 0, now: () => 60 * minuteMs },
      },
    );
  await run();
  expect(camera).toMatchObject({ state: 'done', device: { clockOffsetMs: 700 } });
  // Measured once more between the two tries.
  status.clockSkewMs = -400;
  camera.state = 'waiting';
  await run();
  expect(camera).toMatchObject({ state: 'done', device: { clockOffsetMs: 700 } });
  expect(camera.files).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
