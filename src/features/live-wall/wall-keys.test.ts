import { expect, test } from 'vitest';
import { type KeyPress, wallKey } from './wall-keys.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...change,
});

test.each([
  ['ArrowLeft', { do: 'step', direction: 'left' }],
  ['Enter', { do: 'enter' }],
  ['Escape', { do: 'escape' }],
  ['Delete', { do: 'clear' }],
  ['m', { do: 'lift' }],
  ['M', { do: 'lift' }],
  ['7', { do: 'digit', digit: '7' }],
  ['?', { do: 'keys' }],
  ['|', { do: 'dock' }],
])('reads %s', (key, action) => {
  expect(wallKey(press(key), true)).toEqual(action);
});

test('undoes and redoes with Ctrl on one system and with Command on another', () => {
  expect(wallKey(press('z', { ctrlKey: true }), true)).toEqual({ do: 'undo' });
  expect(wallKey(press('z', { metaKey: true }), true)).toEqual({ do: 'undo' });
  expect(wallKey(press('Z', { ctrlKey: true, shiftKey: true }), true)).toEqual({ do: 'redo' });
  expect(wallKey(press('y', { ctrlKey: true }), true)).toEqual({ do: 'redo' });
});

test('leaves the browser its own keys', () => {
  for (const key of ['s', 'f', '1', 'ArrowLeft']) {
    expect(wallKey(press(key, { ctrlKey: true }), true)).toBeNull();
  }
  expect(wallKey(press('ArrowLeft', { altKey: true }), true)).toBeNull();
  expect(wallKey(press('F5'), true)).toBeNull();
});

test('copies with Alt and Enter', () => {
  expect(wallKey(press('Enter', { altKey: true }), true)).toEqual({ do: 'enter-copy' });
});

test('ignores single characters when they are switched off, and nothing else', () => {
  for (const key of ['m', 'f', 's', 'v', 'x', '/', '|', '?', '0', '9']) {
    expect(wallKey(press(key), false)).toBeNull();
  }
  expect(wallKey(press('Enter'), false)).toEqual({ do: 'enter' });
  expect(wallKey(press('ArrowUp'), false)).toEqual({ do: 'step', direction: 'up' });
  expect(wallKey(press('z', { ctrlKey: true }), false)).toEqual({ do: 'undo' });
});

test('acts once for a key that is held, except for steps', () => {
  for (const key of ['s', 'x', 'f', 'v', '7', 'Enter', 'Delete', 'Escape']) {
    expect(wallKey(press(key, { repeat: true }), true)).toBeNull();
  }
  expect(wallKey(press('ArrowDown', { repeat: true }), true)).toEqual({
    do: 'step',
    direction: 'down',
  });
  expect(wallKey(press('z', { ctrlKey: true, repeat: true }), true)).toEqual({ do: 'undo' });
});
