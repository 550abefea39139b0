import { describe, expect, it } from 'vitest';
import { clockSkew } from './clock-skew.ts';

const nowMs = Date.UTC(2026, 10, 20, 12, 0, 0);

/** A clock that is ahead by so much, told in whole seconds by a reply that took 40 ms. */
function told(aheadMs: number, atMs: number) {
  const toldMs = Math.floor((atMs + 20 + aheadMs) / 1000) * 1000;
  return { toldMs, askedMs: atMs, answeredMs: atMs + 40 };
}

describe('the clock of a device', () => {
  it('that is right is called right, at whatever part of a second it is asked', () => {
    for (let part = 0; part < 1000; part += 7) {
      expect(clockSkew(told(0, nowMs + part), undefined)).toBe(0);
      expect(clockSkew(told(0, nowMs + part), -450_000)).toBe(0);
    }
  });

  it('that is late is known to the second, and stays where it was found', () => {
    const found = clockSkew(told(-450_000, nowMs + 400), undefined);
    expect(Math.abs(found + 450_000)).toBeLessThan(600);
    expect(clockSkew(told(-450_000, nowMs + 60_410), found)).toBe(found);
  });

  it('that was set is found anew', () => {
    expect(Math.abs(clockSkew(told(90_000, nowMs), -450_000) - 90_000)).toBeLessThan(600);
  });

  it('is known better where it tells more than seconds', () => {
    const exact = { toldMs: nowMs + 5123, askedMs: nowMs, answeredMs: nowMs + 40 };
    expect(clockSkew(exact, undefined)).toBe(5103);
  });
});
