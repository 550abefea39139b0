import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Deadlines } from './deadlines.ts';

let deadlines: Deadlines;
let done: string[];
const faults: unknown[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: 1000 });
  done = [];
  deadlines = new Deadlines(
    () => Date.now(),
    (fault) => faults.push(fault),
  );
});
afterEach(() => {
  vi.useRealTimers();
});
const at = (name: string, dueMs: number | null) =>
  deadlines.set(name, dueMs, () => done.push(`${name} ${Date.now()}`));

it('does each thing at its time with one timer', async () => {
  at('b', 3000);
  at('a', 2000);
  at('past', 10);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(done).toEqual(['past 1000', 'a 2000', 'b 3000']);
  expect(vi.getTimerCount()).toBe(0);
});

it('takes what is put off or called off by its name', async () => {
  at('a', 2000);
  at('b', 2000);
  at('a', 4000);
  at('b', null);
  await vi.advanceTimersByTimeAsync(2500);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(2500);
  expect(done).toEqual(['a 4000']);
});

it('waits for what is weeks away, and gives its timer back', async () => {
  at('a', 1000 + 40 * 24 * 3_600_000);
  await vi.advanceTimersByTimeAsync(40 * 24 * 3_600_000);
  expect(done).toHaveLength(1);
  at('b', Date.now() + 1);
  deadlines.stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('does the others where one fails, and says so', async () => {
  deadlines.set('bad', 2000, () => {
    throw new TypeError('bad');
  });
  at('a', 2000);
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toEqual(['a 2000']);
  expect(faults).toHaveLength(1);
});

it('may be given more to do by what it does', async () => {
  deadlines.set('first', 2000, () => at('second', 3000));
  await vi.advanceTimersByTimeAsync(2000);
  expect(done).toEqual(['second 3000']);
});
