import { tileCount } from '../../domain/layout-grid.ts';
import type { View, ViewCell } from '../../domain/view.ts';
import { place } from './placement.ts';
import type { WallState } from './wall-store.ts';

export interface ShownTile {
  readonly tile: number;
  readonly cell: ViewCell | null;
  /** Follows the camera from tile to tile, so that a swap does not open its stream again. */
  readonly key: string;
}

/** The tiles of a view as they stand, a carried one where it would be dropped. */
export function shownTiles(view: View, lifted: WallState['lifted']): readonly ShownTile[] {
  const cells =
    lifted === null
      ? view.cells
      : place(view.cells, { source: { from: 'tile', tile: lifted.origin }, target: lifted.at });
  const seen = new Map<string, number>();
  return Array.from({ length: tileCount(view.layout) }, (_, tile) => {
    const cell = cells[tile] ?? null;
    if (cell === null) return { tile, cell, key: `empty ${tile}` };
    const occurrence = seen.get(cell.cameraId) ?? 0;
    seen.set(cell.cameraId, occurrence + 1);
    return { tile, cell, key: `${cell.cameraId} ${occurrence}` };
  });
}
