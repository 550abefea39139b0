import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FrameTrouble } from '../mjpeg/frame-messages.ts';
import { FakeStreamSocket } from './fake-stream-socket.ts';
import { StreamLine } from './stream-line.ts';

const stalled = { kind: 'timeout', reason: 'stalled' } as const;
let sockets: FakeStreamSocket[];
let troubles: FrameTrouble[];
let heard: number;
let line: StreamLine;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  troubles = [];
  heard = 0;
  line = new StreamLine(
    () => {
      const socket = new FakeStreamSocket();
      sockets.push(socket);
      return socket;
    },
    {
      opened: () => undefined,
      data: (piece) => {
        heard += piece.length;
      },
      lost: (trouble) => troubles.push(trouble),
    },
  );
  line.connect();
});

afterEach(() => {
  line.close();
  vi.useRealTimers();
});

const newest = () => sockets.at(-1) as FakeStreamSocket;

it('dials again on the ladder and says why and when', () => {
  newest().refuse(stalled);
  expect(troubles).toEqual([{ problem: stalled, attempt: 1, retryInMs: expect.any(Number) }]);
  vi.advanceTimersByTime(troubles[0]?.retryInMs ?? 0);
  expect(sockets).toHaveLength(2);
  newest().refuse(stalled);
  expect(troubles[1]?.attempt).toBe(2);
  expect(troubles[1]?.retryInMs).toBeGreaterThan(troubles[0]?.retryInMs ?? 0);
});

it('starts the ladder anew only after a line that has held', () => {
  line.proven();
  newest().refuse(stalled);
  vi.runOnlyPendingTimers();
  line.proven();
  newest().refuse(stalled);
  vi.runOnlyPendingTimers();
  expect(troubles.at(-1)?.attempt).toBe(2);
  vi.advanceTimersByTime(2500);
  line.proven();
  newest().refuse(stalled);
  expect(troubles.at(-1)?.attempt).toBe(1);
});

it('seldom asks a device that refuses the password', () => {
  const refused = { kind: 'unauthorized', reason: 'login-refused' };
  for (let n = 0; n < 2; n += 1) {
    newest().refuse(refused);
    vi.runOnlyPendingTimers();
  }
  expect(troubles[1]?.retryInMs).toBe(60_000);
});

it('does not wait when asked, and replaces a line that has fallen silent', () => {
  newest().refuse(stalled);
  line.retry();
  expect(sockets).toHaveLength(2);
  line.retry();
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(3500);
  const silent = newest();
  line.retry();
  expect([sockets.length, silent.closed]).toEqual([3, true]);
});

it('hears nothing any more, and dials no more, once it is closed', () => {
  const socket = newest();
  socket.send(new Uint8Array(5));
  line.close();
  socket.closed = false;
  socket.send(new Uint8Array(5));
  socket.refuse(stalled);
  vi.advanceTimersByTime(120_000);
  expect([heard, sockets.length, troubles.length]).toEqual([5, 1, 0]);
});
