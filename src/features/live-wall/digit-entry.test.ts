import { expect, test } from 'vitest';
import { typeDigit, typedNumber } from './digit-entry.ts';

test('reads what was typed, digit by digit', () => {
  expect(typedNumber(['1', '0', '7'].reduce(typeDigit, ''))).toBe(107);
});

test('reads leading zeros as a keypad writes them', () => {
  expect(typedNumber('007')).toBe(7);
});

test('has no number for nothing and for zero', () => {
  expect(typedNumber('')).toBeNull();
  expect(typedNumber('00')).toBeNull();
});

test('takes no sixth digit', () => {
  expect(typeDigit('12345', '6')).toBe('12345');
});
