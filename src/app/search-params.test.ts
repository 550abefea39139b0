import { expect, test } from 'vitest';
import { focusSearch, liveSearch } from './search-params.ts';

test('takes a tile and the state of the camera list', () => {
  expect(liveSearch({ tile: 3, dock: false })).toEqual({ tile: 3, dock: false });
});

test.each([0, -1, 1.5, 101, 'x', null, {}])('ignores %j as a tile', (tile) => {
  expect(liveSearch({ tile, dock: 'perhaps', other: 1 })).toEqual({});
});

test('takes the two streams that there are', () => {
  expect(focusSearch({ stream: 'main' })).toEqual({ stream: 'main' });
  expect(focusSearch({ stream: 'sub' })).toEqual({ stream: 'sub' });
  expect(focusSearch({ stream: 'rtsp://x' })).toEqual({});
});
