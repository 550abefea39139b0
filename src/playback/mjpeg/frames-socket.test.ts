import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeFramesSocket } from './fake-frames-server.ts';
import { FramesSocket } from './frames-socket.ts';

let sockets: FakeFramesSocket[];
let lost: number;
let frames: FramesSocket;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  sockets = [];
  lost = 0;
  frames = new FramesSocket(
    () => {
      const socket = new FakeFramesSocket();
      sockets.push(socket);
      return socket;
    },
    {
      onPacket: () => undefined,
      onNotice: () => undefined,
      onLost: () => {
        lost += 1;
      },
    },
  );
  frames.watch('a', 'cam-1', 'main');
  sockets[0]?.open();
});

afterEach(() => {
  frames.close();
  vi.useRealTimers();
});

describe('FramesSocket', () => {
  it('replaces a socket that has been silent, and watches again on the new one', () => {
    vi.advanceTimersByTime(20_000);
    frames.renew();
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.readyState).toBe(3);
    expect(lost).toBe(1);
    sockets[1]?.open();
    expect(sockets[1]?.requests).toEqual([
      { type: 'watch', tile: 'a', cameraId: 'cam-1', streamId: 'main' },
    ]);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(2);
  });

  it('keeps a socket that has just been heard', () => {
    vi.advanceTimersByTime(20_000);
    sockets[0]?.repeat(1);
    frames.renew();
    expect(sockets).toHaveLength(1);
    expect(lost).toBe(0);
  });

  it('asks the proxy to try the source of a tile, and tries the proxy itself where it is away', () => {
    frames.retry('a');
    expect(sockets[0]?.requests.at(-1)).toEqual({ type: 'retry', tile: 'a' });
    sockets[0]?.lose();
    frames.retry('a');
    expect(sockets).toHaveLength(2);
  });

  it('cuts the wait short where the loss is known already', () => {
    sockets[0]?.lose();
    expect(sockets).toHaveLength(1);
    frames.renew();
    expect(sockets).toHaveLength(2);
  });
});
