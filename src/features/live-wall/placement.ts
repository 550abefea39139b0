import type { CameraId } from '../../domain/camera.ts';
import { tileCount } from '../../domain/layout-grid.ts';
import type { View, ViewCell, WallLayout } from '../../domain/view.ts';

export type Cells = View['cells'];

/** What is being placed: a camera of the list, or whatever a tile shows. */
export type PlacementSource =
  | { readonly from: 'tree'; readonly cameraId: CameraId }
  | { readonly from: 'tile'; readonly tile: number };

export interface Placement {
  readonly source: PlacementSource;
  readonly target: number;
  /** The source tile keeps its camera. */
  readonly copy?: boolean;
}

/**
 * The one rule by which pointer, keyboard and menus place a camera. A camera of the list replaces
 * what the target shows; a tile swaps with the target, or is copied onto it.
 * @returns the same array where nothing changes
 */
export function place(cells: Cells, { source, target, copy = false }: Placement): Cells {
  if (source.from === 'tree') return placeCamera(cells, source.cameraId, target);
  const moved = cells[source.tile] ?? null;
  if (moved === null || source.tile === target) return cells;
  const replaced = cells[target] ?? null;
  const next = put(cells, target, moved);
  return copy ? next : put(next, source.tile, replaced);
}

export function clearTile(cells: Cells, tile: number): Cells {
  return (cells[tile] ?? null) === null ? cells : put(cells, tile, null);
}

/** Changes how a tile shows its camera. */
export function adjustTile(
  cells: Cells,
  tile: number,
  change: Partial<Pick<ViewCell, 'fit' | 'quality'>>,
): Cells {
  const cell = cells[tile] ?? null;
  return cell === null ? cells : put(cells, tile, { ...cell, ...change });
}

/** The first tile of the layout that shows nothing. */
export function firstEmpty(cells: Cells, layout: WallLayout): number | null {
  const count = tileCount(layout);
  for (let tile = 0; tile < count; tile += 1) {
    if ((cells[tile] ?? null) === null) return tile;
  }
  return null;
}

/** The tiles of the layout that show a camera, by camera, counted from 0. */
export function tilesByCamera(
  cells: Cells,
  layout: WallLayout,
): ReadonlyMap<CameraId, readonly number[]> {
  const tiles = new Map<CameraId, number[]>();
  for (const [tile, cell] of cells.slice(0, tileCount(layout)).entries()) {
    if (cell !== null) tiles.set(cell.cameraId, [...(tiles.get(cell.cameraId) ?? []), tile]);
  }
  return tiles;
}

function placeCamera(cells: Cells, cameraId: CameraId, target: number): Cells {
  if (cells[target]?.cameraId === cameraId) return cells;
  return put(cells, target, { cameraId, fit: 'contain', quality: 'auto' });
}

function put(cells: Cells, tile: number, cell: ViewCell | null): Cells {
  const next = [...cells];
  while (next.length <= tile) next.push(null);
  next[tile] = cell;
  return next;
}
