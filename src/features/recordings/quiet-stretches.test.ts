import fc from 'fast-check';
import { expect, it } from 'vitest';
import { busyStretches, calmAt, hasteOf } from './quiet-stretches.ts';

const columns = (fromMs: number, toMs: number) => ({
  begins: Float64Array.of(fromMs),
  ends: Float64Array.of(toMs),
});
const known = { fromMs: 0, toMs: 1_000_000 };

it('takes what was recorded for a reason, and the time around events, as one where they touch', () => {
  const busy = busyStretches(
    [
      ['motion', columns(500_000, 520_000)],
      ['continuous', columns(0, 1_000_000)],
      ['event', columns(100_000, 110_000)],
      ['image', columns(200_000, 300_000)],
    ],
    [530_000, 50_000],
  );
  expect(busy).toEqual([
    { fromMs: 45_000, toMs: 55_000 },
    { fromMs: 95_000, toMs: 115_000 },
    { fromMs: 495_000, toMs: 535_000 },
  ]);
});

it('tells what is quiet from what nobody knows', () => {
  const activity = { busy: busyStretches([], [50_000]), known };
  expect(calmAt(activity, 10_000)).toEqual({ calm: 'quiet', untilMs: 45_000 });
  expect(calmAt(activity, 45_000)).toEqual({ calm: 'busy', untilMs: 55_000 });
  expect(calmAt(activity, 55_000)).toEqual({ calm: 'quiet', untilMs: known.toMs });
  expect(calmAt(activity, -1)).toEqual({ calm: 'unknown', untilMs: 0 });
  expect(calmAt(activity, known.toMs).calm).toBe('unknown');
});

it('hurries through what is quiet alone, and never slows what is to go faster still', () => {
  const activity = { busy: busyStretches([], [50_000]), known };
  expect(hasteOf(activity, 10_000, 1)).toEqual({ rate: 8, untilMs: 45_000 });
  expect(hasteOf(activity, 50_000, 2)).toEqual({ rate: 2, untilMs: 55_000 });
  expect(hasteOf(activity, 10_000, 16).rate).toBe(16);
  expect(hasteOf(activity, -1, 1).rate).toBe(1);
  expect(hasteOf(null, 10_000, 1).rate).toBe(1);
});

it('never calls an event quiet, nor five seconds beside it', () => {
  const instants = fc.array(fc.integer({ min: 0, max: known.toMs - 1 }), { minLength: 1 });
  fc.assert(
    fc.property(instants, fc.integer({ min: -4999, max: 4999 }), (eventsMs, beside) => {
      const activity = { busy: busyStretches([], eventsMs), known };
      for (const atMs of eventsMs) {
        expect(calmAt(activity, atMs + beside).calm).not.toBe('quiet');
      }
      const ordered = activity.busy.every(
        ({ fromMs }, at) => fromMs > (activity.busy[at - 1]?.toMs ?? Number.NEGATIVE_INFINITY),
      );
      expect(ordered).toBe(true);
    }),
  );
});
