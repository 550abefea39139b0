import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodePicture } from '../mjpeg/decode-picture.ts';
import { FakeFramesSocket } from '../mjpeg/fake-frames-server.ts';
import type { FrameNews, Placement, TileReport } from '../mjpeg/frame-messages.ts';
import { FramesCore } from '../mjpeg/frames-core.ts';
import { FakeStreamSocket } from './fake-stream-socket.ts';
import { fetchClip, isKeyMessage, messagesOf } from './test-clip.ts';
import { browserDecoding, type Decoding } from './video-engine.ts';

const messages = messagesOf(await fetchClip());
const setupMessages = 3;
const picturesPerSecond = 15;
const width = 640;
const height = 360;

let core: FramesCore;
let canvas: OffscreenCanvas;
let streams: FakeStreamSocket[];
let frameSockets: number;
let asked: string[];
let news: FrameNews[];
/** Frames that were made, by decoders and as copies, and not closed. */
let openFrames: number;
let engines: number;
let supported: boolean;
let software: boolean;

const close = VideoFrame.prototype.close;
const clone = VideoFrame.prototype.clone;

const countingDecoding: Decoding<VideoFrame> = {
  supports: async (config) => supported && browserDecoding.supports(config),
  open: (config, events) => {
    engines += 1;
    return browserDecoding.open(config, {
      ...events,
      frame: (frame) => {
        openFrames += 1;
        events.frame(frame);
      },
    });
  },
};

beforeEach(() => {
  streams = [];
  asked = [];
  news = [];
  openFrames = 0;
  engines = 0;
  frameSockets = 0;
  supported = true;
  software = true;
  VideoFrame.prototype.close = function (this: VideoFrame) {
    if (this.format !== null) openFrames -= 1;
    close.call(this);
  };
  VideoFrame.prototype.clone = function (this: VideoFrame) {
    openFrames += 1;
    return clone.call(this);
  };
  canvas = new OffscreenCanvas(2 * width, height);
  core = new FramesCore({
    openSocket: () => {
      frameSockets += 1;
      return new FakeFramesSocket();
    },
    openStream: (cameraId, streamId) => {
      asked.push(`${cameraId} ${streamId}`);
      const socket = new FakeStreamSocket();
      streams.push(socket);
      return socket;
    },
    decode: decodePicture,
    decoding: countingDecoding,
    drawsInSoftware: () => software,
    clock: { nowMs: () => Date.now() },
    tell: (item) => news.push(item),
  });
  core.obey({ type: 'surface', surface: 's1', canvas });
});

afterEach(() => {
  core.close();
  VideoFrame.prototype.close = close;
  VideoFrame.prototype.clone = clone;
});

function place(tile: string, x = 0, over: Partial<Placement> = {}): void {
  const placement: Placement = {
    tile,
    surface: 's1',
    cameraId: 'cam-1',
    streamId: 'sub-flv',
    coding: 'video',
    rectangle: { x, y: 0, width, height },
    fit: 'fill',
    ...over,
  };
  core.obey({ type: 'tiles', placed: [placement], removed: [] });
}

function send(from: number, to: number): void {
  for (const message of messages.slice(from, to)) streams.at(-1)?.send(message);
}

const sendSeconds = (seconds: number) => send(0, setupMessages + seconds * picturesPerSecond);

function lastReport(tile: string): TileReport | undefined {
  core.report();
  return news
    .flatMap((item) => (item.type === 'reports' ? item.reports : []))
    .findLast((report) => report.tile === tile);
}

/**
 * The strip along the top of the picture at `left`: 26 cells of an 80th of its width, white and
 * black to begin with, then 8 bits of camera and 16 of the millisecond within the minute.
 */
function watermarkAt(left: number): { camera: number; ms: number } | null {
  const cell = width / 80;
  const pixels = canvas
    .getContext('2d')
    ?.getImageData(left, Math.floor(cell / 2), Math.ceil(26 * cell), 1).data;
  const bits = Array.from(
    { length: 26 },
    (_, index) => (pixels?.[Math.floor((index + 0.5) * cell) * 4 + 1] ?? 0) > 127,
  );
  if (bits[0] !== true || bits[1] !== false) return null;
  const number = (from: number, to: number) =>
    bits.slice(from, to).reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0);
  return { camera: number(2, 10), ms: number(10, 26) };
}

const poll = { timeout: 10_000 };

it.each([
  ['as it is', false],
  ['as pixels', true],
])('plays a clip drawn %s: the newest picture is on the canvas', async (_name, asPixels) => {
  software = asPixels;
  place('a');
  sendSeconds(2);
  // The 30th picture is drawn 29 fifteenths of a second after the first.
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(1933);
  const first = watermarkAt(0);
  send(setupMessages + 30, setupMessages + 45);
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(2933);
  expect(watermarkAt(0)?.camera).toBe(first?.camera);
  await expect
    .poll(() => lastReport('a'), poll)
    .toMatchObject({ width: 640, height: 360, ageMs: expect.any(Number), trouble: undefined });
  expect([asked, frameSockets]).toEqual([['cam-1 sub-flv'], 0]);
});

it.each([true, false])(
  'shows the same place of a picture that is cut to its tile',
  async (pixels) => {
    software = pixels;
    // Half as wide as the picture's shape: a quarter is lost at either side.
    place('a', 0, { fit: 'cover', rectangle: { x: 0, y: 0, width: width / 2, height } });
    place('b', width);
    sendSeconds(1);
    await expect.poll(() => watermarkAt(width)?.ms, poll).toBe(933);
    const context = canvas.getContext('2d');
    const cut = context?.getImageData(0, 0, width / 2, height).data ?? [];
    const whole = context?.getImageData(width + width / 4, 0, width / 2, height).data ?? [];
    const differing = cut.filter((level, at) => Math.abs(level - (whole[at] ?? 0)) > 40);
    expect(cut.length).toBe(2 * width * height);
    expect(differing.length / cut.length).toBeLessThan(0.01);
  },
);

it('decodes a stream once for all its tiles, and lets go with the last of them', async () => {
  place('a');
  place('b', width);
  sendSeconds(1);
  await expect.poll(() => [watermarkAt(0)?.ms, watermarkAt(width)?.ms], poll).toEqual([933, 933]);
  expect([streams.length, engines]).toEqual([1, 1]);
  core.obey({ type: 'tiles', placed: [], removed: ['a'] });
  expect(streams[0]?.closed).toBe(false);
  core.obey({ type: 'tiles', placed: [], removed: ['b'] });
  expect(streams[0]?.closed).toBe(true);
  expect(openFrames).toBe(0);
});

it('moves the picture with its tile and gives it out at its own size', async () => {
  place('a');
  sendSeconds(1);
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(933);
  place('a', width);
  await expect.poll(() => watermarkAt(width)?.ms, poll).toBe(933);
  expect(watermarkAt(0)).toBeNull();
  core.obey({ type: 'grab', tile: 'a', ticket: 4 });
  await expect.poll(() => news.some(({ type }) => type === 'grabbed'), poll).toBe(true);
  const grabbed = news.find((item) => item.type === 'grabbed');
  const bitmap = await createImageBitmap(grabbed?.picture ?? new Blob());
  expect([grabbed?.ticket, bitmap.width, bitmap.height]).toEqual([4, 640, 360]);
});

it('keeps no more than the newest frame, and none in the end', async () => {
  place('a');
  sendSeconds(4);
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(3933);
  await expect.poll(() => openFrames, poll).toBe(1);
  core.close();
  expect(openFrames).toBe(0);
});

it('waits for a key frame, and goes on with one after damage', async () => {
  place('a');
  const nextKey = messages.findIndex((message, at) => at > setupMessages && isKeyMessage(message));
  send(0, setupMessages);
  send(setupMessages + 1, setupMessages + 6);
  await Promise.resolve();
  expect(engines).toBe(0);
  streams[0]?.send((messages[setupMessages] ?? new Uint8Array(0)).slice().fill(255, 16, -4));
  send(setupMessages + 1, setupMessages + 6);
  await expect.poll(() => engines, poll).toBe(1);
  send(nextKey, nextKey + 15);
  const lastMs = Math.floor(((nextKey - setupMessages + 14) * 1000) / picturesPerSecond);
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(lastMs);
  expect(engines).toBe(2);
});

it('keeps the last picture while it dials again, and says what is wrong', async () => {
  place('a');
  sendSeconds(1);
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(933);
  streams[0]?.refuse({ kind: 'timeout', reason: 'stalled' });
  expect(lastReport('a')?.trouble).toMatchObject({ problem: { reason: 'stalled' }, attempt: 1 });
  expect(watermarkAt(0)?.ms).toBe(933);
  await expect.poll(() => streams.length, poll).toBe(2);
  sendSeconds(2);
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(1933);
  expect(lastReport('a')?.trouble).toBeUndefined();
});

it('is rid of what is no FLV, and dials again', async () => {
  place('a');
  streams[0]?.send(new TextEncoder().encode('<!doctype html><title>no</title>'));
  expect(streams[0]?.closed).toBe(true);
  expect(lastReport('a')?.trouble).toMatchObject({ problem: { reason: 'not-a-stream' } });
});

it('says of every tile that it cannot be played where the browser has no decoder', async () => {
  supported = false;
  place('a');
  place('b', width);
  sendSeconds(1);
  const unplayable = () => news.filter(({ type }) => type === 'unplayable');
  await expect.poll(() => unplayable().length, poll).toBe(2);
  expect(unplayable()[0]).toMatchObject({
    tile: 'a',
    streamId: 'sub-flv',
    problem: { kind: 'unsupported', reason: 'codec-unplayable' },
  });
  expect(streams[0]?.closed).toBe(true);
});

it('changes over to pictures in the same tile', async () => {
  place('a');
  sendSeconds(1);
  await expect.poll(() => watermarkAt(0)?.ms, poll).toBe(933);
  place('a', 0, { coding: 'jpeg', streamId: 'sub-mjpeg' });
  expect([streams[0]?.closed, frameSockets, openFrames]).toEqual([true, 1, 0]);
  expect(watermarkAt(0)).toBeNull();
});
