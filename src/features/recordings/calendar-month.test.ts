import { expect, test } from 'vitest';
import { daysOfMonth, monthBeside, monthOf, monthRange } from './calendar-month.ts';

test('lays a month out in weeks that begin on Monday', () => {
  const days = daysOfMonth({ year: 2026, month: 11 });
  expect(days.slice(0, 8)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    '2026-11-01',
    '2026-11-02',
  ]);
  expect(days).toHaveLength(36);
  expect(daysOfMonth({ year: 2028, month: 2 }).at(-1)).toBe('2028-02-29');
});

test('goes over the end of a year', () => {
  expect(monthBeside({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
  expect(monthBeside(monthOf('2026-01-15T00:00'), -1)).toEqual({ year: 2025, month: 12 });
});

test('has an hour more in the month in which clocks go back', () => {
  const hours = ({ fromMs, toMs }: ReturnType<typeof monthRange>) => (toMs - fromMs) / 3_600_000;
  expect(hours(monthRange({ year: 2026, month: 11 }, 'America/New_York'))).toBe(30 * 24 + 1);
  expect(hours(monthRange({ year: 2026, month: 3 }, 'America/New_York'))).toBe(31 * 24 - 1);
});
