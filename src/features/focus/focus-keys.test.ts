import { expect, test } from 'vitest';
import { focusKey } from './focus-keys.ts';

const press = (key: string, ctrlKey = false, repeat = false) => ({
  key,
  ctrlKey,
  metaKey: false,
  altKey: false,
  repeat,
});

test('steps through cameras, zooms and goes back', () => {
  expect([',', '.', '+', '-', 'Escape'].map((key) => focusKey(press(key), true))).toEqual([
    'previous',
    'next',
    'zoom-in',
    'zoom-out',
    'back',
  ]);
});

test('replays once while its key is held', () => {
  expect(focusKey(press('r'), true)).toBe('replay');
  expect(focusKey(press('r', false, true), true)).toBeNull();
});

test('leaves the browser its own zoom', () => {
  expect(focusKey(press('+', true), true)).toBeNull();
});

test('goes back even where single keys are off', () => {
  expect(focusKey(press('.'), false)).toBeNull();
  expect(focusKey(press('Escape'), false)).toBe('back');
});

test('takes one snapshot while its key is held, and goes on zooming', () => {
  expect(focusKey(press('s', false, true), true)).toBeNull();
  expect(focusKey(press('Escape', false, true), true)).toBeNull();
  expect(focusKey(press('+', false, true), true)).toBe('zoom-in');
});
