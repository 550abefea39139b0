import { expect, test } from 'vitest';
import { playbackKey } from './playback-keys.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ['ArrowLeft', {}, 'back'],
  ['ArrowRight', { shiftKey: true }, 'minute-forward'],
  ['ArrowLeft', { altKey: true }, 'frame-back'],
  [' ', {}, 'toggle'],
  ['L', { shiftKey: true }, 'faster'],
  ['j', {}, 'reverse'],
  ['r', {}, 'ten-back'],
  ['q', {}, 'skip-quiet'],
  ['g', {}, 'go-to'],
  ['b', {}, 'bookmark'],
  ['Home', {}, 'begin'],
  ['c', { ctrlKey: true }, null],
  ['n', { altKey: true }, null],
  ['z', {}, null],
])('%s %o: %s', (key, over, does) => {
  expect(playbackKey({ ...bare, ...over, key }, true)).toBe(does);
});

test('single keys can be switched off, and then arrows and Escape go on', () => {
  expect(playbackKey({ ...bare, key: 'g' }, false)).toBeNull();
  expect(playbackKey({ ...bare, key: ' ' }, false)).toBeNull();
  expect(playbackKey({ ...bare, key: 'ArrowLeft' }, false)).toBe('back');
  expect(playbackKey({ ...bare, key: 'Escape' }, false)).toBe('clear');
});
