import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PolledViewings } from './polled-viewings.ts';
import type { Viewing } from './viewing.ts';

let log: string[];
let polled: PolledViewings;
const viewing: Viewing = {
  may: () => true,
  opened: (cameraId) => {
    log.push(`open ${cameraId}`);
    return () => log.push(`close ${cameraId}`);
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  polled = new PolledViewings(Date.now);
});
afterEach(() => {
  polled.stop();
  vi.useRealTimers();
});

describe('a picture that comes by many requests', () => {
  it('is opened once and closed when nobody has asked for a while', () => {
    for (let second = 0; second < 60; second += 4) {
      polled.touch('s', 'gate', viewing);
      vi.advanceTimersByTime(4000);
    }
    expect(log).toEqual(['open gate']);
    vi.advanceTimersByTime(25_000);
    expect(log).toEqual(['open gate', 'close gate']);
    polled.touch('s', 'gate', viewing);
    expect(log.at(-1)).toBe('open gate');
  });

  it('is another one for every session and camera', () => {
    polled.touch('one', 'gate', viewing);
    polled.touch('other', 'gate', viewing);
    polled.touch('one', 'yard', viewing);
    expect(log).toEqual(['open gate', 'open gate', 'open yard']);
  });

  it('is closed with the proxy, once', () => {
    polled.touch('s', 'gate', viewing);
    polled.stop();
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(['open gate', 'close gate']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
