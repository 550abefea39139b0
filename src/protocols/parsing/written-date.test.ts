import { describe, expect, it } from 'vitest';
import { plainDate, writtenDate } from './written-date.ts';

const day = { year: 2026, month: 3, day: 9 };

describe('writtenDate', () => {
  it.each([
    ['MM/DD/YYYY', '03/09/2026'],
    ['DD/MM/YYYY', '09/03/2026'],
    ['YYYY-MM-DD', '2026-03-09'],
    ['DD.MM.YY', '09.03.26'],
    ['D/M/YYYY', '9/3/2026'],
  ])('writes %s as %s', (pattern, text) => {
    expect(writtenDate(pattern, day)).toBe(text);
  });

  it.each(['', 'MM/YYYY', 'DD/DD/YYYY', 'MM/DD/YYYY&x=1', 'short', 'MMM DD YYYY'])(
    'cannot write %j',
    (pattern) => {
      expect(writtenDate(pattern, day)).toBeUndefined();
    },
  );
});

it('plainDate writes year, month and day', () => {
  expect(plainDate(day)).toBe('2026-03-09');
});
