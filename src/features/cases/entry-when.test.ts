import '../../messages/words-for-tests.ts';

import { expect, it } from 'vitest';
import { clockText, dayOf, thereText } from './entry-when.ts';

const zone = 'Europe/Berlin';
/** The clocks went back from three to two an hour before. */
const secondHalfPastTwoMs = Date.UTC(2026, 9, 25, 1, 30);
const hourMs = 3_600_000;

it('tells a moment and a range by the clock of the site', () => {
  const fromMs = Date.UTC(2026, 10, 20, 22, 30);
  expect(clockText({ fromMs, toMs: null }, zone)).toBe('23:30:00');
  expect(clockText({ fromMs, toMs: fromMs + 60_000 }, zone)).toBe('23:30:00 to 23:31:00');
  expect(clockText({ fromMs, toMs: fromMs + hourMs }, zone)).toBe(
    '23:30:00 to 2026-11-21 00:30:00',
  );
});

it('keeps a day of 25 hours one day', () => {
  const begins = Date.UTC(2026, 9, 24, 22);
  const hours = Array.from({ length: 26 }, (_, hour) => dayOf(begins + hour * hourMs, zone));
  expect(hours.filter((day) => day === '2026-10-25')).toHaveLength(25);
  expect(clockText({ fromMs: secondHalfPastTwoMs - hourMs, toMs: null }, zone)).toBe('02:30:00');
});

it('tells the clock where it was recorded only while that shows another time', () => {
  expect(thereText(secondHalfPastTwoMs, zone, 'Europe/Paris')).toBeNull();
  expect(thereText(secondHalfPastTwoMs, zone, null)).toBeNull();
  const at = 'America/New_York';
  expect(thereText(secondHalfPastTwoMs, zone, at)).toBe(`2026-10-24 21:30:00 in ${at}`);
  expect(thereText(secondHalfPastTwoMs + 6 * hourMs, zone, at)).toBe(`03:30:00 in ${at}`);
});
