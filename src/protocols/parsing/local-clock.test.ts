import { describe, expect, it } from 'vitest';
import { LocalClock } from './local-clock.ts';

const hourMs = 3_600_000;
const secondMs = 1000;

/** Instants of lines that a server with a zone writes every 10 minutes. */
function follow(offsetAt: (atMs: number) => number, fromMs: number, aheadMs = 0) {
  const clock = new LocalClock(offsetAt(fromMs) / 60_000, aheadMs);
  const errors: number[] = [];
  for (let nowMs = fromMs; nowMs < fromMs + 6 * hourMs; nowMs += hourMs / 6) {
    const serverMs = nowMs + aheadMs;
    const read = clock.instantOf(serverMs + offsetAt(serverMs), nowMs + 2 * secondMs);
    errors.push((read ?? Number.NaN) - serverMs);
  }
  return errors;
}

describe('LocalClock', () => {
  it.each([0, 330, -480, 765])('reads local time %i minutes east', (offsetMinutes) => {
    const atMs = Date.UTC(2025, 10, 21, 12);
    const clock = new LocalClock(offsetMinutes);
    expect(clock.instantOf(atMs + offsetMinutes * 60_000, atMs)).toBe(atMs);
  });

  it.each([
    ['forward', Date.UTC(2026, 2, 29, 1), 1, 2],
    ['back', Date.UTC(2026, 9, 25, 1), 2, 1],
    ['back by half an hour', Date.UTC(2026, 3, 4, 15), 11, 10.5],
  ])('follows summer time %s, also with a clock that is wrong', (_, atMs, before, after) => {
    const offsetAt = (ms: number) => (ms < atMs ? before : after) * hourMs;
    for (const aheadMs of [0, 7 * 60_000, -2 * hourMs]) {
      expect(follow(offsetAt, atMs - 3 * hourMs, aheadMs)).toEqual(Array(36).fill(0));
    }
  });

  it('begins in another offset than it was told', () => {
    const atMs = Date.UTC(2026, 2, 29, 1);
    expect(new LocalClock(60).instantOf(atMs + 2 * hourMs, atMs)).toBe(atMs);
  });

  it('takes a clock that was set, and a line of nonsense, for no change of the zone', () => {
    const atMs = Date.UTC(2026, 2, 29, 1);
    const clock = new LocalClock(0);
    expect(clock.instantOf(atMs - 10 * hourMs, atMs)).toBe(atMs - 10 * hourMs);
    expect(clock.instantOf(atMs, atMs)).toBe(atMs);
  });

  it('knows no instant without a zone', () => {
    expect(new LocalClock(undefined).instantOf(0, 0)).toBeUndefined();
  });
});
