import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import type { ExportNews } from '../../protocols/protocol.ts';
import type { CameraWork } from './camera-work.ts';
import { exportByTalk } from './export-by-talk.ts';
import type { CameraJob } from './export-job.ts';

/** A device at the other end, whose every word is a list of news as JSON. */
class Device extends EventEmitter {
  readonly heard: string[] = [];
  readonly body = new Readable({ read: () => undefined });
  isOpen = true;
  send(text: string) {
    this.heard.push(text);
  }
  resume() {
    return this;
  }
  tell(...news: readonly ExportNews[]) {
    this.emit('message', JSON.stringify(news));
  }
}

let folder: string;
let device: Device;
let ending: AbortController;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-talk-'));
  device = new Device();
  ending = new AbortController();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = {
  kind: 'files',
  channel: '1',
  files: [{ name: 'a.mp4', target: '/download/a.mp4' }],
  patienceMs: 300,
} as const;

/** A second of one camera, into a folder of the test. */
function workOf(
  camera: Pick<CameraJob, 'files' | 'begun' | 'wholeToMs'>,
  subtitles: CameraWork['job']['subtitles'],
  connection: object,
): CameraWork {
  return {
    job: { fromMs: 0, toMs: 1000, subtitles, partBytes: null, cameras: [camera] },
    camera,
    ...{ folder, place: 'camera-1', channel: '1', password: undefined, signal: ending.signal },
    recorder: { connection, clockOffsetMs: 0, zone: {} },
    progress: () => undefined,
    onBytes: () => undefined,
    checkRoom: async () => undefined,
    begun: async () => undefined,
    kept: async () => undefined,
  } as unknown as CameraWork;
}

/** Begins an export of which no download ever comes to its end. */
function begin() {
  const connection = {
    openAnswer: async () => ({ socket: device, status: 101, body: device.body }),
    openStream: async (_: unknown, signal: AbortSignal) => ({
      ...{ status: 200, contentType: '', contentTypeLine: '', location: '', contentRange: '' },
      length: 1000,
      body: addAbortSignal(signal, new Readable({ read: () => undefined })),
    }),
  };
  const camera = { files: [], begun: null, wholeToMs: null };
  const work = workOf(camera, 'none', connection);
  return exportByTalk(work, async () => ({
    call: { endpoint: { id: 'export' } } as never,
    hear: (text) => JSON.parse(text) as ExportNews[],
    say: (command) => command,
  }));
}

/** The words of a device reach nobody before it is listened to. */
const listening = () => vi.waitFor(() => expect(device.listenerCount('message')).toBe(1));
const fetching = () =>
  vi.waitFor(() => expect(existsSync(path.join(folder, 'camera-1', 'a.mp4.part'))).toBe(true));
const left = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());

it.each([
  ['says that it is done', { kind: 'done' }],
  ['says that there is nothing', { kind: 'ended', why: 'no-data', code: -1 }],
  ['offers more', files],
] as [string, ExportNews][])(
  'ends clearly where a device %s while a file comes',
  async (_, news) => {
    const ended = begin();
    const failing = expect(ended).rejects.toThrow();
    await listening();
    device.tell({ kind: 'ready' }, files);
    await fetching();
    device.tell(news);
    await failing;
    expect(left()).toEqual([]);
    expect(device.heard.filter((word) => word !== 'wait')).toEqual(['cancel']);
  },
);

it('tells a device to wait for as long as a file comes, and no longer than that', async () => {
  const begun = vi.spyOn(globalThis, 'setInterval');
  const stopped = vi.spyOn(globalThis, 'clearInterval');
  const ended = begin();
  const failing = expect(ended).rejects.toMatchObject({ reason: 'stopped' });
  await listening();
  device.tell({ kind: 'ready' }, files);
  await vi.waitFor(() => expect(device.heard.length).toBeGreaterThanOrEqual(3), { timeout: 5000 });
  expect(new Set(device.heard)).toEqual(new Set(['wait']));
  ending.abort();
  await failing;
  expect(device.heard.at(-1)).toBe('cancel');
  expect(device.body.destroyed).toBe(true);
  expect(left()).toEqual([]);
  const timer = begun.mock.results[0]?.value;
  expect(stopped.mock.calls).toContainEqual([timer]);
  vi.restoreAllMocks();
});

it('says that a line was lost where a device hangs up', async () => {
  const ended = begin();
  const failing = expect(ended).rejects.toMatchObject({ reason: 'connection-lost' });
  await listening();
  device.tell({ kind: 'ready' }, files);
  await fetching();
  device.emit('close');
  await failing;
  expect(left()).toEqual([]);
});

const film = Buffer.from('film');

/** A camera of which the device writes a film and its subtitles, which it may fail to give. */
function exportOf(camera: Pick<CameraJob, 'files' | 'begun' | 'wholeToMs'>, isWhole: boolean) {
  const asked: number[] = [];
  const connection = {
    openAnswer: async () => ({ socket: device, status: 101, body: device.body }),
    openStream: async ({ target }: { target: string }) => {
      if (target.endsWith('.vtt') && !isWhole) throw new DeviceError('rejected', 'not-found');
      return {
        ...{ status: 200, contentType: '', contentTypeLine: '', location: '', contentRange: '' },
        ...{ length: film.length, body: Readable.from([film]) },
      };
    },
  };
  const work = workOf(camera, 'vtt', connection);
  const ended = exportByTalk(work, async (_, { range }) => {
    asked.push(range.fromMs);
    return {
      call: { endpoint: { id: 'export' } } as never,
      hear: (text) => JSON.parse(text) as ExportNews[],
      say: (command) => command,
    };
  });
  return { ended, asked };
}

it('fetches subtitles that did not come once more, and their film with them', async () => {
  const written = ['a.mp4', 'a.vtt'].map((name) => ({ name, target: `/${name}` }));
  const news = { ...files, files: written, range: { fromMs: 0, toMs: 1000 } };
  const camera = { files: [], begun: null, wholeToMs: null } as Parameters<typeof exportOf>[0];
  const first = exportOf(camera, false);
  const failing = expect(first.ended).rejects.toMatchObject({ reason: 'not-found' });
  await listening();
  device.tell({ kind: 'ready' }, news);
  await failing;
  expect(left().map(({ name }) => name)).toEqual(['a.mp4']);

  device = new Device();
  const second = exportOf(camera, true);
  await listening();
  device.tell({ kind: 'ready' }, news);
  await vi.waitFor(() => expect(device.heard).toEqual(['next']));
  device.tell({ kind: 'done' });
  expect(await second.ended).toBe('done');
  expect(second.asked).toEqual([0]);
  expect(camera.files.map((file) => file.path)).toEqual(['camera-1/a.mp4', 'camera-1/a.vtt']);
  expect(left().map(({ name }) => name)).toEqual(['a.mp4', 'a.vtt']);

  const third = exportOf(camera, true);
  expect(await third.ended).toBe('done');
  expect(third.asked).toEqual([]);
});
