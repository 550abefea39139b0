import { expect, test } from 'vitest';
import {
  keyFault,
  movementOf,
  presetNumberOf,
  slowKey,
  steerKeyOf,
  steerKeys,
  usualKeys,
} from './steer-keys.ts';

const press = (key: string, over = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...over,
});
const does = (key: string, singleKeys = true) => steerKeyOf(press(key), usualKeys, singleKeys);

test('knows its keys, and each of them once', () => {
  expect(new Set(Object.values(usualKeys)).size).toBe(steerKeys.length);
  expect(['ArrowLeft', '+', '=', '[', 'Z', 'Home', '7'].map((key) => does(key))).toEqual([
    'left',
    'zoom-in',
    'zoom-in',
    'focus-near',
    'mode',
    'home',
    'preset-7',
  ]);
  expect(does('q')).toBeNull();
  expect(movementOf('left')).toEqual({ pan: -1 });
  expect(movementOf('home')).toBeNull();
  expect([presetNumberOf('preset-9'), presetNumberOf('up')]).toEqual([9, null]);
});

test('leaves shortcuts of the browser alone, and characters where single keys are off', () => {
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
    expect(steerKeyOf(press('+', { [modifier]: true }), usualKeys, true)).toBeNull();
  }
  expect(does('z', false)).toBeNull();
  expect(does('ArrowUp', false)).toBe('up');
});

test('says which keys cannot be chosen, and why', () => {
  expect(keyFault('left', 'a', usualKeys)).toBeNull();
  expect(keyFault('left', 'ArrowLeft', usualKeys)).toBeNull();
  expect(keyFault('left', 'Z', usualKeys)).toEqual({ fault: 'used', by: 'mode' });
  expect(keyFault('left', '=', usualKeys)).toEqual({ fault: 'used', by: 'zoom-in' });
  for (const key of ['Tab', 'Enter', ' ', 'Shift', 'S', ',']) {
    expect(keyFault('left', key, usualKeys)).toEqual({ fault: 'reserved' });
  }
});

test('Shift is slow where it makes no other character', () => {
  expect(slowKey('ArrowUp', true)).toBe(true);
  expect(slowKey('A', true)).toBe(true);
  expect(slowKey('+', true)).toBe(false);
  expect(slowKey('ArrowUp', false)).toBe(false);
});
