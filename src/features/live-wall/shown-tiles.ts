import { tileCount } from '../../domain/layout-grid.ts';
import type { View, ViewCell } from '../../domain/view.ts';
import { place } from './placement.ts';
import type { Lent, WallState } from './wall-store.ts';

export interface ShownTile {
  readonly tile: number;
  readonly cell: ViewCell | null;
  /** Follows the camera from tile to tile, so that a swap does not open its stream again. */
  readonly key: string;
}

/** The tiles of a view as they stand, a carried one where it would be dropped. */
export function shownTiles(
  view: View,
  { lifted, lent }: Pick<WallState, 'lifted' | 'lent'>,
): readonly ShownTile[] {
  const placed =
    lifted === null
      ? view.cells
      : place(view.cells, { source: { from: 'tile', tile: lifted.origin }, target: lifted.at });
  const cells = lent === null ? placed : lend(placed, lent);
  const seen = new Map<string, number>();
  return Array.from({ length: tileCount(view.layout) }, (_, tile) => {
    const cell = cells[tile] ?? null;
    if (cell === null) return { tile, cell, key: `empty ${tile}` };
    const occurrence = seen.get(cell.cameraId) ?? 0;
    seen.set(cell.cameraId, occurrence + 1);
    return { tile, cell, key: `${cell.cameraId} ${occurrence}` };
  });
}

/** The tile is lent, not changed: how it fits its picture stays. */
function lend(cells: View['cells'], { tile, cameraId }: Lent): View['cells'] {
  const own = cells[tile] ?? null;
  const until = Math.max(cells.length, tile + 1);
  return Array.from({ length: until }, (_, index) =>
    index === tile
      ? { cameraId, fit: own?.fit ?? 'contain', quality: 'auto' }
      : (cells[index] ?? null),
  );
}
