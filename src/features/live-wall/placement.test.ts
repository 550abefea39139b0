import { expect, test } from 'vitest';
import type { ViewCell } from '../../domain/view.ts';
import { adjustTile, clearTile, firstEmpty, place, tilesByCamera } from './placement.ts';

const cell = (cameraId: string, change: Partial<ViewCell> = {}): ViewCell => ({
  cameraId,
  fit: 'contain',
  quality: 'auto',
  ...change,
});
const a = cell('a', { fit: 'cover', quality: 'main' });
const b = cell('b');

test('puts a camera of the list into an empty tile, as it is by default', () => {
  expect(place([null, null], { source: { from: 'tree', cameraId: 'a' }, target: 1 })).toEqual([
    null,
    cell('a'),
  ]);
});

test('makes room for a tile beyond the stored ones', () => {
  expect(place([], { source: { from: 'tree', cameraId: 'a' }, target: 2 })).toEqual([
    null,
    null,
    cell('a'),
  ]);
});

test('replaces an occupied tile from the list and leaves the others alone', () => {
  expect(place([a, b], { source: { from: 'tree', cameraId: 'c' }, target: 0 })).toEqual([
    cell('c'),
    b,
  ]);
});

test('keeps fit and quality when the same camera is placed again', () => {
  const cells = [a, b];
  expect(place(cells, { source: { from: 'tree', cameraId: 'a' }, target: 0 })).toBe(cells);
});

test('moves a tile into an empty one with its fit and quality', () => {
  expect(place([a, null], { source: { from: 'tile', tile: 0 }, target: 1 })).toEqual([null, a]);
});

test('swaps two occupied tiles', () => {
  expect(place([a, b], { source: { from: 'tile', tile: 0 }, target: 1 })).toEqual([b, a]);
});

test('swapping twice restores the wall', () => {
  const placement = { source: { from: 'tile', tile: 0 }, target: 3 } as const;
  const cells = [a, null, null, b];
  expect(place(place(cells, placement), placement)).toEqual(cells);
});

test('copies onto a tile and keeps the source', () => {
  const copy = { source: { from: 'tile', tile: 0 }, target: 1, copy: true } as const;
  expect(place([a, b], copy)).toEqual([a, a]);
  expect(place([a, null], copy)).toEqual([a, a]);
});

test('changes nothing when dropped where it was, or when there is nothing to move', () => {
  const cells = [a, null];
  expect(place(cells, { source: { from: 'tile', tile: 0 }, target: 0 })).toBe(cells);
  expect(place(cells, { source: { from: 'tile', tile: 1 }, target: 0 })).toBe(cells);
  expect(place(cells, { source: { from: 'tile', tile: 7 }, target: 0 })).toBe(cells);
});

test('never changes the array it was given', () => {
  const cells = Object.freeze([a, b]);
  place(cells, { source: { from: 'tile', tile: 0 }, target: 1 });
  clearTile(cells, 0);
  adjustTile(cells, 0, { fit: 'fill' });
  expect(cells).toEqual([a, b]);
});

test('clears a tile', () => {
  const cells = [a, null];
  expect(clearTile(cells, 0)).toEqual([null, null]);
  expect(clearTile(cells, 1)).toBe(cells);
});

test('changes fit and quality of an occupied tile alone', () => {
  const cells = [a, null];
  expect(adjustTile(cells, 0, { fit: 'fill' })).toEqual([{ ...a, fit: 'fill' }, null]);
  expect(adjustTile(cells, 1, { fit: 'fill' })).toBe(cells);
});

test('finds the first empty tile that the layout shows', () => {
  expect(firstEmpty([a, null, b], '4')).toBe(1);
  expect(firstEmpty([a, b], '4')).toBe(2);
  expect(firstEmpty([a, b, a, b, null], '4')).toBeNull();
});

test('knows which tiles show a camera, without those that the layout hides', () => {
  const tiles = tilesByCamera([a, b, a, null, a], '4');
  expect(tiles.get('a')).toEqual([0, 2]);
  expect(tiles.get('b')).toEqual([1]);
});
