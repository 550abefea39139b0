import { expect, test } from 'vitest';
import { dayByKey, monthBeside, monthOf, monthRange, weeksOfMonth } from './calendar-month.ts';

test('lays a month out in weeks that begin on Monday', () => {
  const weeks = weeksOfMonth({ year: 2026, month: 11 });
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
  expect(weeks[1]?.[0]).toBe('2026-11-02');
  expect(weeks.at(-1)).toEqual(['2026-11-30', null, null, null, null, null, null]);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  const february = weeksOfMonth({ year: 2028, month: 2 }).flat().filter(Boolean);
  expect(february).toHaveLength(29);
  expect(weeksOfMonth({ year: 2027, month: 2 })).toHaveLength(4);
});

test('goes over the end of a year', () => {
  expect(monthBeside({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
  expect(monthBeside(monthOf('2026-01-15T00:00'), -1)).toEqual({ year: 2025, month: 12 });
});

test.each([
  ['ArrowLeft', '2026-11-01', '2026-10-31'],
  ['ArrowRight', '2026-12-31', '2027-01-01'],
  ['ArrowUp', '2026-11-03', '2026-10-27'],
  ['ArrowDown', '2026-10-30', '2026-11-06'],
  ['Home', '2026-11-01', '2026-10-26'],
  ['End', '2026-11-24', '2026-11-29'],
  ['PageUp', '2026-03-31', '2026-02-28'],
  ['PageDown', '2028-01-31', '2028-02-29'],
  ['Enter', '2026-11-01', null],
])('%s leads from %s to %s', (key, day, to) => {
  expect(dayByKey(key, day)).toBe(to);
});

test('has an hour more in the month in which clocks go back', () => {
  const hours = ({ fromMs, toMs }: ReturnType<typeof monthRange>) => (toMs - fromMs) / 3_600_000;
  expect(hours(monthRange({ year: 2026, month: 11 }, 'America/New_York'))).toBe(30 * 24 + 1);
  expect(hours(monthRange({ year: 2026, month: 3 }, 'America/New_York'))).toBe(31 * 24 - 1);
});
