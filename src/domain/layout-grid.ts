import type { WallLayout } from './view.ts';

/** Where a tile lies, in tracks counted from 1 as CSS grid counts them. */
export interface TileArea {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

export interface LayoutGrid {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly TileArea[];
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const grids: Readonly<Record<WallLayout, LayoutGrid>> = {
  '1': equal(1, 1),
  '4': equal(2, 2),
  '6': equal(3, 2),
  '9': equal(3, 3),
  '12': equal(4, 3),
  '16': equal(4, 4),
  '25': equal(5, 5),
  '36': equal(6, 6),
  '64': equal(8, 8),
  '100': equal(10, 10),
  '1+5': oneBig(3),
  '1+7': oneBig(4),
};

export function layoutGrid(layout: WallLayout): LayoutGrid {
  return grids[layout];
}

export function tileCount(layout: WallLayout): number {
  return grids[layout].tiles.length;
}

/**
 * The tile that lies next to another one in a direction, or the same one at the edge. Of several
 * neighbours of a big tile the nearest to its start wins.
 */
export function neighbour(layout: WallLayout, tile: number, direction: Direction): number {
  const { tiles } = grids[layout];
  const from = tiles[tile];
  if (from === undefined) return 0;
  const ahead = tiles
    .map((area, index) => ({ index, ...distance(from, area, direction) }))
    .filter((candidate) => candidate.index !== tile && candidate.along > 0);
  ahead.sort((a, b) => a.across - b.across || a.along - b.along || a.index - b.index);
  const best = ahead[0];
  return best !== undefined && best.across === 0 ? best.index : tile;
}

/** Tracks between two tiles in a direction, and tracks by which they miss each other across it. */
function distance(from: TileArea, to: TileArea, direction: Direction) {
  const horizontal = direction === 'left' || direction === 'right';
  const a = horizontal ? turned(from) : from;
  const b = horizontal ? turned(to) : to;
  const forward = direction === 'right' || direction === 'down';
  const along = forward ? b.row - (a.row + a.rows) + 1 : a.row - (b.row + b.rows) + 1;
  const overlap =
    Math.min(a.column + a.columns, b.column + b.columns) - Math.max(a.column, b.column);
  return { along, across: overlap > 0 ? 0 : 1 - overlap };
}

function turned(area: TileArea): TileArea {
  return { column: area.row, row: area.column, columns: area.rows, rows: area.columns };
}

function equal(columns: number, rows: number): LayoutGrid {
  const tiles = Array.from({ length: columns * rows }, (_, index) => ({
    column: (index % columns) + 1,
    row: Math.floor(index / columns) + 1,
    columns: 1,
    rows: 1,
  }));
  return { columns, rows, tiles };
}

/** A big tile at the start, small ones at its end side and below it. */
function oneBig(side: number): LayoutGrid {
  const big = { column: 1, row: 1, columns: side - 1, rows: side - 1 };
  const small = equal(side, side).tiles.filter((area) => area.column === side || area.row === side);
  return { columns: side, rows: side, tiles: [big, ...small] };
}
