import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { networkCameras } from '../scenery/site-cameras.ts';
import { LivePicture } from './live-picture.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 5, 47, 0) });
});
afterEach(() => {
  vi.useRealTimers();
});

function picture(): LivePicture {
  const [camera] = networkCameras;
  if (camera === undefined) throw new TypeError('the site has no cameras of their own');
  const sensor = { brightness: 128, contrast: 4, flipped: false, mirrored: false };
  return new LivePicture(
    { camera, now: Date.now, sensor: () => sensor, zoneOffsetMs: () => 0, title: () => 'Roof' },
    320,
    240,
  );
}

describe('LivePicture', () => {
  it('gives all viewers the same ten drawings a second', () => {
    const live = picture();
    const seen: Buffer[][] = [[], []];
    const listeners = seen.map((list) => (jpeg: Buffer) => void list.push(jpeg));
    for (const listener of listeners) live.watch(listener);
    vi.advanceTimersByTime(1000);
    for (const listener of listeners) live.leave(listener);
    expect(seen[0]).toHaveLength(11);
    expect(new Set(seen[0]).size).toBe(11);
    expect(seen[0]?.every((jpeg, index) => jpeg === seen[1]?.[index])).toBe(true);
  });

  it('has a timer only while somebody watches', () => {
    const live = picture();
    const listener = (): void => undefined;
    expect(vi.getTimerCount()).toBe(0);
    live.watch(listener);
    vi.advanceTimersByTime(300);
    expect(vi.getTimerCount()).toBe(1);
    live.leave(listener);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('repeats the same bytes while frozen', () => {
    const live = picture();
    live.freeze(true);
    const first = live.current();
    vi.advanceTimersByTime(5000);
    expect(live.current()).toBe(first);
    live.freeze(false);
    expect(live.current()).not.toEqual(first);
  });
});
