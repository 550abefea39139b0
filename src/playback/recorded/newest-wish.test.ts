import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NewestWish } from './newest-wish.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const apartMs = 100;

function wishes(workMs: number) {
  const begun: number[] = [];
  const given: number[] = [];
  let running = 0;
  const wish = new NewestWish<number>(async (each, signal) => {
    begun.push(each);
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, workMs));
    running -= 1;
    if (!signal.aborted) given.push(each);
  }, apartMs);
  return { wish, begun, given };
}

it('does the first at once, and of a thousand that follow only the newest', async () => {
  const { wish, begun, given } = wishes(250);
  for (let each = 0; each < 1000; each += 1) wish.want(each);
  expect(begun).toEqual([0]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(given).toEqual([0, 999]);
});

it('begins no more often than it may, however fast it is done', async () => {
  const { wish, begun } = wishes(1);
  for (let passedMs = 0; passedMs < 1000; passedMs += 10) {
    wish.want(passedMs);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(begun.length).toBeLessThanOrEqual(1000 / apartMs + 1);
  expect(begun.length).toBeGreaterThan(5);
});

it('ends what nobody wants any more, and begins again when something is wanted', async () => {
  const { wish, begun, given } = wishes(250);
  wish.want(1);
  wish.want(2);
  wish.end();
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual([1]);
  expect(given).toEqual([]);
  wish.want(3);
  await vi.advanceTimersByTimeAsync(1000);
  expect(given).toEqual([3]);
  expect(vi.getTimerCount()).toBe(0);
});
