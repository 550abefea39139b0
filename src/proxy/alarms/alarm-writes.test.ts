import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AlarmBatch, KeptAlarm } from '../store/alarm-store.ts';
import { AlarmWrites } from './alarm-writes.ts';

let saved: string[][];
let told: string[];
let pending: (() => void)[];
let writes: AlarmWrites;

/** A disk that takes what it is given when it is let. */
beforeEach(() => {
  saved = [];
  told = [];
  pending = [];
  writes = new AlarmWrites({
    store: {
      save: ({ alarms }: AlarmBatch) =>
        new Promise((resolve) => {
          pending.push(() => {
            saved.push(alarms.map(({ id }) => id));
            resolve();
          });
        }),
    },
    log: { error: () => undefined },
    onWritten: (ids) => told.push(...ids),
  });
});

afterEach(async () => {
  let isClosed = false;
  const closing = writes.close().then(() => {
    isClosed = true;
  });
  while (!isClosed) {
    pending.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closing;
});

const alarm = (id: string, priority = 3) => ({ id, priority }) as KeptAlarm;
const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}`);
const letWrite = async () => {
  await vi.waitFor(() => expect(pending).not.toHaveLength(0));
  pending.shift()?.();
};

it('keeps what somebody waits for, and what is critical, before the rest', async () => {
  for (const id of many(200)) writes.change({ alarm: alarm(id) });
  writes.change({ alarm: alarm('critical', 1) });
  const kept = writes.keep('a199');
  await letWrite();
  await kept;
  expect(saved[0]).toHaveLength(60);
  expect(saved[0]?.slice(0, 2)).toEqual(['a199', 'critical']);
  expect(told).toContain('critical');
});

it('waits with whoever asks for what is being written, and for no more than that', async () => {
  writes.change({ alarm: alarm('a') });
  const first = writes.keep('a');
  writes.change({ alarm: alarm('b') });
  let isKept = false;
  const again = writes.flush().then(() => {
    isKept = true;
  });
  await letWrite();
  await first;
  expect(isKept).toBe(false);
  await letWrite();
  await again;
  expect(saved).toEqual([['a'], ['b']]);
});

it('tells windows after half a second also where the disk is slow, and once', async () => {
  for (const id of many(100)) writes.change({ alarm: alarm(id) });
  const done = writes.flush();
  await vi.waitFor(() => expect(pending).toHaveLength(1));
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1000);
  await letWrite();
  await vi.waitFor(() => expect(told).toHaveLength(100));
  now.mockRestore();
  await letWrite();
  await done;
  expect(new Set(told).size).toBe(100);
  expect(told).toHaveLength(100);
});
