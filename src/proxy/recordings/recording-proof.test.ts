import { expect, it } from 'vitest';
import { recordedMinutes } from './recorded-minutes.ts';
import { recordingFailures } from './recording-failures.ts';

const minute = 60_000;
const hour = 60 * minute;
const range = { fromMs: 100 * hour, toMs: 104 * hour };
const span = (from: number, to: number, kind: 'continuous' | 'motion' = 'continuous') =>
  [range.fromMs + from * minute, range.fromMs + to * minute, kind] as [number, number, typeof kind];
const minutes = (spans: ReturnType<typeof span>[], knownToMs = range.toMs, within = range) =>
  recordedMinutes({ state: 'listed', precision: 'minute', spans, knownToMs }, within);

it('counts the minutes of each hour, and those of two spans once', () => {
  expect(minutes([])).toEqual([0, 0, 0, 0]);
  expect(minutes([span(50, 135)])).toEqual([10, 60, 15, 0]);
  expect(minutes([span(0, 40), span(10, 20, 'motion'), span(30, 50, 'motion')])).toEqual([
    50, 0, 0, 0,
  ]);
  expect(minutes([span(-30, 5), span(230, 300)])).toEqual([5, 0, 0, 10]);
});

it('calls nothing whole that is not, and nothing empty that is not', () => {
  expect(minutes([span(0, 59.9)])[0]).toBe(59);
  expect(minutes([span(0, 59.99)])[0]).toBe(60);
  expect(minutes([span(7, 7.1)])[0]).toBe(1);
});

it('does not call an hour empty of which the device cannot have told', () => {
  const knownToMs = range.fromMs + 130 * minute;
  expect(minutes([span(0, 130)], knownToMs)).toEqual([60, 60, 10, null]);
  // A film of that hour may be under way, and is listed when it is closed.
  expect(minutes([span(0, 60)], range.fromMs + 80 * minute)).toEqual([60, null, null, null]);
  expect(minutes([span(0, 70)], range.fromMs + 80 * minute)).toEqual([60, 10, null, null]);
  const late = { ...range, toMs: range.fromMs + 81 * minute };
  expect(minutes([span(0, 60)], range.fromMs + 80 * minute, late)).toEqual([60, 0]);
  const short = { ...range, toMs: range.fromMs + 90 * minute };
  expect(minutes([span(0, 80)], short.toMs, short)).toEqual([60, 20]);
});

const told = (at: number, recording: boolean, failedSinceMs?: number) => ({
  atMs: range.fromMs + at * minute,
  fact: {
    topic: 'recording' as const,
    streaming: true,
    recording,
    ...(failedSinceMs !== undefined && { failedSinceMs }),
  },
});
const failures = (...events: ReturnType<typeof told>[]) =>
  recordingFailures(events, range).map(({ fromMs, toMs }) => [
    (fromMs - range.fromMs) / minute,
    toMs === null ? null : (toMs - range.fromMs) / minute,
  ]);

it('finds failures between what a device reports', () => {
  expect(failures()).toEqual([]);
  expect(failures(told(30, true), told(10, false), told(15, false))).toEqual([[10, 30]]);
  expect(failures(told(10, false))).toEqual([[10, null]]);
  expect(failures(told(10, false, range.fromMs + 4 * minute))).toEqual([[4, null]]);
});

it('knows how a range began by what was reported before it', () => {
  expect(failures(told(-90, false), told(20, true))).toEqual([[0, 20]]);
  expect(failures(told(-90, false), told(-20, true))).toEqual([]);
  expect(failures(told(300, false))).toEqual([]);
});
