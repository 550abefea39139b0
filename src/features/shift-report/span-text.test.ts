import { expect, it } from 'vitest';
import { spanText } from './span-text.ts';

it.each([
  [0, '0 sec'],
  [499, '0 sec'],
  [1500, '2 sec'],
  [59_600, '1 min'],
  [65_000, '1 min 5 sec'],
  [3_600_000, '1 hr'],
  [3_660_000, '1 hr 1 min'],
  [3_605_000, '1 hr'],
  [90_000_000, '1 day 1 hr'],
])('says %d ms as %s', (ms, text) => expect(spanText(ms, 'en')).toBe(text));
