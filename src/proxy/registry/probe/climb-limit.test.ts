import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClimbLimit } from './climb-limit.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the time of a climb', () => {
  it('is half a minute where nothing gets on', () => {
    const { signal } = new ClimbLimit();
    vi.advanceTimersByTime(29_999);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  it('is half a minute more after each step', () => {
    const limit = new ClimbLimit();
    for (let step = 0; step < 3; step += 1) {
      vi.advanceTimersByTime(25_000);
      limit.extend();
    }
    vi.advanceTimersByTime(29_999);
    expect(limit.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(limit.signal.aborted).toBe(true);
  });

  it('is two minutes at most, however steadily a search gets on', () => {
    const limit = new ClimbLimit();
    for (let seconds = 0; seconds < 119; seconds += 1) {
      vi.advanceTimersByTime(1000);
      limit.extend();
    }
    expect(limit.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(limit.signal.aborted).toBe(true);
    limit.extend();
    limit.end();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind', () => {
    const limit = new ClimbLimit();
    limit.extend();
    limit.end();
    expect(vi.getTimerCount()).toBe(0);
    expect(limit.signal.aborted).toBe(false);
  });
});
