import { describe, expect, test } from 'vitest';
import { layoutGrid, neighbour, tileCount } from './layout-grid.ts';
import { wallLayouts } from './view.ts';

describe.each(wallLayouts)('layout %s', (layout) => {
  test('covers every track exactly once', () => {
    const grid = layoutGrid(layout);
    const covered = new Set<string>();
    for (const tile of grid.tiles) {
      for (let row = tile.row; row < tile.row + tile.rows; row += 1) {
        for (let column = tile.column; column < tile.column + tile.columns; column += 1) {
          expect(covered.has(`${column}/${row}`)).toBe(false);
          covered.add(`${column}/${row}`);
        }
      }
    }
    expect(covered.size).toBe(grid.columns * grid.rows);
  });

  test('reaches every tile with the arrow keys and comes back', () => {
    const seen = new Set([0]);
    const queue = [0];
    for (let tile = queue.pop(); tile !== undefined; tile = queue.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbour(layout, tile, direction);
        if (!seen.has(next)) queue.push(next);
        seen.add(next);
      }
    }
    expect(seen.size).toBe(tileCount(layout));
  });
});

test.each(wallLayouts)('%s has the number of tiles that its name says', (layout) => {
  const named = layout.split('+').reduce((sum, part) => sum + Number(part), 0);
  expect(tileCount(layout)).toBe(named);
});

test('stays at the edge', () => {
  expect(neighbour('9', 2, 'right')).toBe(2);
  expect(neighbour('9', 0, 'up')).toBe(0);
  expect(neighbour('9', 99, 'up')).toBe(0);
});

test('steps to the side and below', () => {
  expect(neighbour('12', 0, 'right')).toBe(1);
  expect(neighbour('12', 1, 'down')).toBe(5);
  expect(neighbour('12', 5, 'left')).toBe(4);
});

test('enters and leaves a big tile', () => {
  expect(neighbour('1+5', 0, 'right')).toBe(1);
  expect(neighbour('1+5', 2, 'left')).toBe(0);
  expect(neighbour('1+5', 0, 'down')).toBe(3);
  expect(neighbour('1+5', 5, 'up')).toBe(2);
});
