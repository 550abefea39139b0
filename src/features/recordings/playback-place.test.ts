import { expect, test } from 'vitest';
import {
  camerasOf,
  instantOfPlace,
  spanOf,
  speedOf,
  textOfInstant,
  textOfSpan,
} from './playback-place.ts';

test('takes 64 cameras at most, each once', () => {
  expect(camerasOf({ cams: 'a,b,,a' })).toEqual(['a', 'b']);
  expect(
    camerasOf({ cams: Array.from({ length: 80 }, (_, at) => `c${at}`).join(',') }),
  ).toHaveLength(64);
});

test('writes an instant so that it is read again', () => {
  for (const atMs of [Date.UTC(2026, 10, 20, 22, 14, 5), Date.UTC(2026, 10, 20) + 250]) {
    expect(instantOfPlace({ t: textOfInstant(atMs) })).toBe(atMs);
  }
  expect(textOfInstant(Date.UTC(2026, 10, 20, 22, 14, 5))).toBe('2026-11-20T22:14:05Z');
  expect(instantOfPlace({ t: '' })).toBeNull();
  expect(instantOfPlace({ t: 'soon' })).toBeNull();
});

test.each([
  ['1h', 3_600_000],
  ['90m', 5_400_000],
  ['31d', 2_678_400_000],
  ['900d', 2_678_400_000],
  ['0h', 3_600_000],
  ['x', 3_600_000],
])('reads a span of %s', (span, ms) => {
  expect(spanOf({ span })).toBe(ms);
});

test('writes a span about as it is', () => {
  for (const ms of [1000, 45_000, 1_800_000, 5_400_000, 36_000_000, 400_000_000]) {
    expect(spanOf({ span: textOfSpan(ms) }) / ms).toBeCloseTo(1, 0);
  }
});

test('plays at a speed that there is', () => {
  expect(speedOf({ speed: '0.25' })).toBe(0.25);
  expect(speedOf({ speed: '100' })).toBe(1);
});
