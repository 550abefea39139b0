import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { routes } from '../api/routes.ts';
import { startInputHeartbeat } from './input-heartbeat.ts';
import { onSessionDoubt } from './session-doubt.ts';

const minute = 60_000;
const fetched = vi.fn<typeof fetch>(async () => new Response(null, { status: 204 }));
let page: EventTarget;
let doubts: number;
let endDoubts: () => void;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  page = new EventTarget();
  vi.stubGlobal('window', page);
  vi.stubGlobal('fetch', fetched);
  fetched.mockClear();
  doubts = 0;
  endDoubts = onSessionDoubt(async () => {
    doubts += 1;
  });
  stop = startInputHeartbeat(15 * minute);
});

afterEach(() => {
  stop();
  endDoubts();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const touch = (sign: string) => page.dispatchEvent(new Event(sign));

test('reports a person at once, then once a minute however busy they are', () => {
  for (let second = 0; second < 150; second += 1) {
    touch(second % 2 === 0 ? 'pointermove' : 'keydown');
    vi.advanceTimersByTime(1000);
  }
  expect(fetched.mock.calls.map(([path, init]) => `${init?.method} ${path}`)).toEqual(
    Array.from({ length: 3 }, () => `POST ${routes.active}`),
  );
});

test('nobody there, nothing is sent; after a quarter of an hour the session is read again', () => {
  vi.advanceTimersByTime(15 * minute - 1);
  expect(doubts).toBe(0);
  vi.advanceTimersByTime(1);
  expect(doubts).toBe(1);
  expect(fetched).not.toHaveBeenCalled();
});

test('a sign of life puts that off', () => {
  vi.advanceTimersByTime(10 * minute);
  touch('wheel');
  vi.advanceTimersByTime(15 * minute - 1);
  expect(doubts).toBe(0);
  vi.advanceTimersByTime(1);
  expect(doubts).toBe(1);
});

test('a proxy that is away is no fault of the window', async () => {
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  touch('pointerdown');
  await vi.advanceTimersByTimeAsync(0);
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('stopped, it hears nothing and holds no timer', () => {
  stop();
  touch('keydown');
  expect(fetched).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
