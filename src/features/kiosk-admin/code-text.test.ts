import { expect, test } from 'vitest';
import { codeText, isWholeCode } from './code-text.ts';

test.each([
  ['7kq2-mxp4', '7KQ2-MXP4'],
  ['7kq2mxp4', '7KQ2-MXP4'],
  [' 7KQ2 MXP4\n', '7KQ2-MXP4'],
  ['7kq2–mxp4 ', '7KQ2-MXP4'],
  ['7KQ2-MXP4-TOO-LONG', '7KQ2-MXP4'],
  ['7kq2', '7KQ2'],
  ['7kq2-', '7KQ2'],
  ['7kq2m', '7KQ2-M'],
  ['', ''],
])('%j becomes %j', (typed, shown) => {
  expect(codeText(typed)).toBe(shown);
  expect(codeText(shown)).toBe(shown);
});

test.each([
  ['7KQ2-MXP4', true],
  ['7KQ2-MXP', false],
  ['7KQ2MXP4', false],
  ['', false],
])('%j is whole: %s', (code, whole) => {
  expect(isWholeCode(code)).toBe(whole);
});
