import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeStreamSocket } from '../webcodecs/fake-stream-socket.ts';
import { browserDecoding } from '../webcodecs/video-engine.ts';
import { type DecodePicture, decodePicture } from './decode-picture.ts';
import { colouredJpeg, FakeFramesSocket } from './fake-frames-server.ts';
import type { Rectangle, Size } from './fit-rectangles.ts';
import type { FrameNews, Placement, TileReport } from './frame-messages.ts';
import { FramesCore } from './frames-core.ts';

const left: Rectangle = { x: 0, y: 0, width: 160, height: 90 };
const right: Rectangle = { x: 160, y: 0, width: 160, height: 90 };

let core: FramesCore;
let canvas: OffscreenCanvas;
let sockets: FakeFramesSocket[];
let news: FrameNews[];
let decodedSizes: Size[];

const spyingDecode: DecodePicture = (jpeg, size) => {
  decodedSizes.push(size);
  return decodePicture(jpeg, size);
};

beforeEach(() => {
  sockets = [];
  news = [];
  decodedSizes = [];
  canvas = new OffscreenCanvas(320, 180);
  core = new FramesCore({
    openSocket: () => {
      const socket = new FakeFramesSocket();
      sockets.push(socket);
      return socket;
    },
    decode: spyingDecode,
    openStream: () => new FakeStreamSocket(),
    decoding: browserDecoding,
    drawsInSoftware: () => false,
    clock: { nowMs: () => performance.timeOrigin + performance.now() },
    tell: (item) => news.push(item),
  });
  core.obey({ type: 'surface', surface: 's1', canvas });
});

afterEach(() => core.close());

function place(tile: string, rectangle: Rectangle, over: Partial<Placement> = {}): void {
  const placement: Placement = {
    tile,
    surface: 's1',
    cameraId: 'cam-1',
    streamId: 'main',
    coding: 'jpeg',
    rectangle,
    fit: 'fill',
    ...over,
  };
  core.obey({ type: 'tiles', placed: [placement], removed: [] });
}

function socket(): FakeFramesSocket {
  const newest = sockets.at(-1);
  if (newest === undefined) throw new TypeError('no socket was opened');
  return newest;
}

/** `red`, `green`, `blue` or `black`: the strongest channel at a point. */
function colourAt(x: number, y: number): string {
  const [r = 0, g = 0, b = 0] =
    canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? new Uint8ClampedArray();
  if (Math.max(r, g, b) < 60) return 'black';
  if (r > g && r > b) return 'red';
  return g > b ? 'green' : 'blue';
}

function lastReport(tile: string): TileReport | undefined {
  core.report();
  return news
    .flatMap((item) => (item.type === 'reports' ? item.reports : []))
    .findLast((report) => report.tile === tile);
}

describe('FramesCore', () => {
  it('watches what is placed, once the socket is open, and unwatches what is removed', () => {
    place('a', left);
    expect(socket().requests).toEqual([]);
    socket().open();
    expect(socket().requests).toEqual([
      { type: 'watch', tile: 'a', cameraId: 'cam-1', streamId: 'main' },
    ]);
    place('a', right);
    core.obey({ type: 'tiles', placed: [], removed: ['a'] });
    expect(socket().requests.slice(1)).toEqual([{ type: 'unwatch', tile: 'a' }]);
  });

  it('draws each feed into the rectangles of its tiles', async () => {
    place('a', left);
    place('b', right, { cameraId: 'cam-2' });
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    socket().say({ type: 'feed', tile: 'b', feed: 2 });
    socket().show(1, await colouredJpeg('#ff0000'));
    socket().show(2, await colouredJpeg('#0000ff'));
    await expect.poll(() => [colourAt(80, 45), colourAt(240, 45)]).toEqual(['red', 'blue']);
    expect(colourAt(80, 120)).toBe('black');
  });

  it('decodes a shared feed once, at the size of its largest tile', async () => {
    place('a', left);
    place('b', { x: 0, y: 90, width: 80, height: 45 });
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    socket().say({ type: 'feed', tile: 'b', feed: 1 });
    socket().show(1, await colouredJpeg('#00ff00'));
    await expect.poll(() => [colourAt(80, 45), colourAt(40, 110)]).toEqual(['green', 'green']);
    expect(decodedSizes).toEqual([{ width: 160, height: 90 }]);
  });

  it('leaves letterbox bars black and clears them when the shape changes', async () => {
    place('a', left, { fit: 'contain' });
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    socket().show(1, await colouredJpeg('#ff0000', 640, 360));
    await expect.poll(() => colourAt(5, 45)).toBe('red');
    socket().show(1, await colouredJpeg('#ff0000', 360, 360));
    await expect.poll(() => [colourAt(5, 45), colourAt(80, 45)]).toEqual(['black', 'red']);
  });

  it('moves the picture with its tile, without waiting for the next one', async () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    socket().show(1, await colouredJpeg('#ff0000'));
    await expect.poll(() => colourAt(80, 45)).toBe('red');
    place('a', right);
    await expect.poll(() => [colourAt(80, 45), colourAt(240, 45)]).toEqual(['black', 'red']);
  });

  it('draws the newest picture again after the canvas was resized', async () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    socket().show(1, await colouredJpeg('#ff0000'));
    await expect.poll(() => colourAt(80, 45)).toBe('red');
    core.obey({ type: 'surface-size', surface: 's1', width: 400, height: 200 });
    expect(colourAt(80, 45)).toBe('black');
    await expect.poll(() => colourAt(80, 45)).toBe('red');
  });

  it('shows the newest of many pictures and drops the ones between', async () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    const red = await colouredJpeg('#ff0000');
    for (let count = 0; count < 20; count += 1) socket().show(1, red);
    socket().show(1, await colouredJpeg('#0000ff'));
    await expect.poll(() => colourAt(80, 45)).toBe('blue');
    expect(decodedSizes.length).toBeLessThan(20);
  });

  it('does not take repeated bytes for a new picture', async () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    socket().show(1, await colouredJpeg('#ff0000'));
    await expect.poll(() => lastReport('a')?.framesDrawn).toBe(1);
    const before = lastReport('a');
    socket().repeat(1);
    expect(lastReport('a')).toEqual(before);
    expect(before).toMatchObject({ width: 640, height: 360 });
  });

  it('keeps the trouble of a feed until pictures flow again', () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    const problem = { kind: 'unreachable', reason: 'connection-refused' } as const;
    socket().say({ type: 'phase', feed: 1, phase: 'waiting', problem, attempt: 2, retryInMs: 500 });
    expect(lastReport('a')?.trouble).toEqual({ problem, attempt: 2, retryInMs: 500 });
    socket().say({ type: 'phase', feed: 1, phase: 'connecting' });
    expect(lastReport('a')?.trouble?.problem).toEqual(problem);
    socket().say({ type: 'phase', feed: 1, phase: 'live', expectedIntervalMs: 100 });
    expect(lastReport('a')).toMatchObject({ trouble: undefined, expectedIntervalMs: 100 });
  });

  it('names pictures that nobody can read', async () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    for (let count = 0; count < 8; count += 1) {
      socket().show(1, new TextEncoder().encode('<html>'));
      await Promise.resolve();
    }
    await expect
      .poll(() => {
        socket().show(1, new TextEncoder().encode('<html>'));
        return lastReport('a')?.trouble?.problem.reason;
      })
      .toBe('not-a-picture');
  });

  it('says that the server is gone, comes back by itself, and watches again', async () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    socket().show(1, await colouredJpeg('#ff0000'));
    await expect.poll(() => lastReport('a')?.framesDrawn).toBe(1);
    socket().lose();
    expect(lastReport('a')).toMatchObject({
      framesDrawn: 1,
      trouble: { problem: { reason: 'server-unreachable' }, attempt: 1 },
    });
    await expect.poll(() => sockets.length).toBe(2);
    socket().open();
    expect(socket().requests).toHaveLength(1);
    socket().say({ type: 'feed', tile: 'a', feed: 9 });
    socket().show(9, await colouredJpeg('#0000ff'));
    await expect.poll(() => colourAt(80, 45)).toBe('blue');
    expect(lastReport('a')).toMatchObject({ framesDrawn: 2, trouble: undefined });
  });

  it('hands out the newest picture as it came', async () => {
    place('a', left);
    socket().open();
    socket().say({ type: 'feed', tile: 'a', feed: 1 });
    const jpeg = await colouredJpeg('#ff0000', 1280, 720);
    socket().show(1, jpeg);
    core.obey({ type: 'grab', tile: 'a', ticket: 7 });
    await expect.poll(() => news.some(({ type }) => type === 'grabbed')).toBe(true);
    const grabbed = news.find((item) => item.type === 'grabbed');
    expect(grabbed?.ticket).toBe(7);
    expect(grabbed?.picture?.size).toBe(jpeg.byteLength);
  });
});
