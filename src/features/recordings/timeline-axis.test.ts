import { expect, it, test } from 'vitest';
import { daysOf, instantOf, pixelOf, showing, ticksOf, zoomed } from './timeline-axis.ts';
import { zoneStretches } from './zone-stretches.ts';

const hourMs = 3_600_000;
const newYork = 'America/New_York';
/** New York goes back to winter time on 1 November 2026, and forward on 14 March 2027. */
const longDay = { fromMs: Date.UTC(2026, 10, 1, 4), toMs: Date.UTC(2026, 10, 2, 5) };
const shortDay = { fromMs: Date.UTC(2027, 2, 14, 5), toMs: Date.UTC(2027, 2, 15, 4) };

const texts = (view: typeof longDay, width: number) =>
  ticksOf(view, width, newYork).map(({ text }) => text);

it('gives a day of 25 hours 25 of them, the repeated one with its offset', () => {
  const ticks = texts(longDay, 25 * 100);
  expect(ticks).toHaveLength(25);
  expect(ticks.slice(0, 4)).toEqual(['00:00', '01:00', '01:00 −05:00', '02:00 −05:00']);
});

it('gives a day of 23 hours 23 of them without a hole', () => {
  const ticks = texts(shortDay, 23 * 100);
  expect(ticks).toHaveLength(23);
  expect(ticks.slice(0, 3)).toEqual(['00:00', '01:00', '03:00 −04:00']);
  const at = ticksOf(shortDay, 2300, newYork).map(({ atMs }) => atMs);
  expect(new Set(at.slice(1).map((each, i) => each - (at[i] ?? 0)))).toEqual(new Set([hourMs]));
});

it('begins each day once, however many hours the day before had', () => {
  const month = { fromMs: Date.UTC(2026, 9, 30, 4), toMs: Date.UTC(2026, 10, 4, 5) };
  const days = daysOf(month, newYork);
  expect(days.map(({ text }) => text)).toEqual([
    'Fri 30 Oct',
    'Sat 31 Oct',
    'Sun 1 Nov',
    'Mon 2 Nov',
    'Tue 3 Nov',
  ]);
  expect((days[3]?.fromMs ?? 0) - (days[2]?.fromMs ?? 0)).toBe(25 * hourMs);
  expect(ticksOf(month, 600, newYork).every(({ isDay }) => isDay)).toBe(true);
});

test.each([
  ['Asia/Kathmandu', '00:00'],
  ['Australia/Lord_Howe', '00:00'],
  ['UTC+05:45', '00:00'],
])('ticks at round times of %s', (zone, first) => {
  const view = { fromMs: Date.UTC(2026, 5, 1), toMs: Date.UTC(2026, 5, 3) };
  const ticks = ticksOf(view, 1000, zone);
  expect(ticks.find(({ isDay }) => isDay)?.text).toBe(first);
  expect(ticks.every(({ text }) => /:00$/.test(text))).toBe(true);
});

it('knows a change of half an hour to the minute', () => {
  const stretches = zoneStretches(
    Date.UTC(2026, 3, 4),
    Date.UTC(2026, 3, 6),
    'Australia/Lord_Howe',
  );
  expect(stretches.map(({ offsetMs }) => offsetMs / hourMs)).toEqual([11, 10.5]);
  expect(stretches[0]?.toMs).toBe(Date.UTC(2026, 3, 4, 15));
});

it('shows seconds where it is near, and never ticks closer than asked', () => {
  const view = { fromMs: Date.UTC(2026, 10, 20), toMs: Date.UTC(2026, 10, 20) + 10_000 };
  expect(ticksOf(view, 900, 'UTC')[1]?.text).toBe('00:00:01');
  for (let lengthMs = 1000; lengthMs < 32 * 24 * hourMs; lengthMs *= 1.7) {
    const at = ticksOf({ fromMs: 0, toMs: lengthMs }, 1000, newYork);
    const pixels = at.map(({ atMs }) => pixelOf({ fromMs: 0, toMs: lengthMs }, 1000, atMs));
    expect(pixels.slice(1).every((x, i) => x - (pixels[i] ?? 0) >= 83)).toBe(true);
  }
});

it('keeps the instant under the pointer, between a second and a month', () => {
  const atMs = instantOf(longDay, 1000, 250);
  for (const factor of [0.5, 2, 0.001, 1e9]) {
    const next = zoomed(longDay, factor, atMs);
    expect(pixelOf(next, 1000, atMs)).toBeCloseTo(250);
    expect(next.toMs - next.fromMs).toBeGreaterThanOrEqual(1000);
    expect(next.toMs - next.fromMs).toBeLessThan(32 * 24 * hourMs);
  }
});

it('moves only for what is not seen', () => {
  expect(showing(longDay, longDay.fromMs + 12 * hourMs)).toBe(longDay);
  const moved = showing(longDay, longDay.toMs + hourMs);
  expect(pixelOf(moved, 1000, longDay.toMs + hourMs)).toBeCloseTo(500);
});
