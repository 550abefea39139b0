import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ExportChanges } from './export-changes.ts';
import type { ExportJob } from './export-job.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const job = (state: ExportJob['state']): ExportJob => ({
  ...{ id: 'e1', name: '', by: { id: 'p1', name: 'Ada' }, createdAtMs: 0 },
  ...{ endedAtMs: null, expiresAtMs: null, fromMs: 0, toMs: 1, notBeforeMs: 0 },
  ...{ subtitles: 'none', partBytes: null, encrypted: false },
  ...{ submitter: '', recipient: '', purpose: '', state, cameras: [] },
});

it('tells of a new standing at once, and of bytes at most once a second', () => {
  const tell = vi.fn();
  const changes = new ExportChanges(tell);
  changes.saved(job('waiting'));
  changes.saved(job('running'));
  expect(tell).toHaveBeenCalledTimes(2);
  for (let count = 0; count < 500; count += 1) {
    changes.moved();
    changes.saved(job('running'));
    vi.advanceTimersByTime(10);
  }
  // Five seconds of bytes.
  expect(tell.mock.calls.length - 2).toBeGreaterThanOrEqual(4);
  expect(tell.mock.calls.length - 2).toBeLessThanOrEqual(5);
  const before = tell.mock.calls.length;
  changes.saved(job('done'));
  expect(tell).toHaveBeenCalledTimes(before + 1);
});

it('tells of the last bytes too, and then of nothing', () => {
  const tell = vi.fn();
  const changes = new ExportChanges(tell);
  changes.moved();
  changes.moved();
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(tell).toHaveBeenCalledTimes(2);
  changes.removed({ id: 'e1' });
  changes.moved();
  changes.stop();
  vi.advanceTimersByTime(60_000);
  expect(tell).toHaveBeenCalledTimes(3);
  expect(vi.getTimerCount()).toBe(0);
});
