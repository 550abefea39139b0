import { expect, test } from 'vitest';
import { agoText, durationText } from './ago-text.ts';

test.each([
  [-5, '0 sec'],
  [59_999, '59 sec'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [3_600_000, '1 hr'],
  [200_000_000, '2 days'],
])('%i ms last %s', (ms, text) => {
  expect(durationText(ms, 'en')).toBe(text);
});

test('says how long ago in the language of the page', () => {
  expect(agoText(125_000, 'en')).toBe('2 minutes ago');
  expect(agoText(125_000, 'de')).toBe('vor 2 Minuten');
  expect(agoText(90_000_000, 'en')).toBe('yesterday');
});
