import { expect, test } from 'vitest';
import { cleanName, freeName } from './view-names.ts';

test('numbers a name that is taken', () => {
  expect(freeName('Gate', [])).toBe('Gate');
  expect(freeName('Gate', ['Gate', 'Gate 2'])).toBe('Gate 3');
  expect(freeName('Gate 2', ['Gate', 'Gate 2'])).toBe('Gate 3');
});

test('stays within the length that is stored', () => {
  const long = 'x'.repeat(64);
  expect(freeName(long, [long]).length).toBeLessThanOrEqual(64);
  expect(cleanName(` ${long}y `)).toHaveLength(64);
});

test('takes no empty name', () => {
  expect(cleanName('   ')).toBeNull();
  expect(cleanName(' Gate ')).toBe('Gate');
});
