import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jumpThresholdMs, nudgedRate } from './correction.ts';

const speeds = [0.25, 0.5, 1, 2, 4, 8, 16];

it('never changes a rate by more than 5 %, nor to what no browser plays', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...speeds),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      (rate, drift) => {
        const nudged = nudgedRate(drift, rate);
        expect(Math.abs(nudged / rate - 1)).toBeLessThanOrEqual(0.0501);
        expect(nudged).toBeLessThanOrEqual(16);
      },
    ),
  );
});

it('holds back what is ahead, hurries what is behind, and leaves the rest alone', () => {
  expect(nudgedRate(200, 1)).toBeLessThan(1);
  expect(nudgedRate(-200, 1)).toBeGreaterThan(1);
  expect(nudgedRate(20, 1)).toBe(1);
});

it.each(speeds)('makes up at %s× for what it does not jump for, within some seconds', (rate) => {
  let driftMs = -jumpThresholdMs(rate);
  let seconds = 0;
  while (Math.abs(driftMs) > 40 && seconds < 60) {
    driftMs += (nudgedRate(driftMs, rate) - rate) * 100;
    seconds += 0.1;
  }
  // At the fastest there is nothing faster to make up with: it jumps once it is too far behind.
  expect(seconds).toBeLessThan(rate === 16 ? 61 : 45);
});
