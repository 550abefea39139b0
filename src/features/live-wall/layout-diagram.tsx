import { layoutGrid } from '../../domain/layout-grid.ts';
import type { WallLayout } from '../../domain/view.ts';

const width = 20;
const height = 14;

/** A layout as a small drawing. */
export function LayoutDiagram({ layout }: { readonly layout: WallLayout }) {
  const grid = layoutGrid(layout);
  const gap = grid.columns > 4 ? 0.75 : 1.25;
  const track = { x: (width + gap) / grid.columns, y: (height + gap) / grid.rows };
  return (
    <svg aria-hidden viewBox={`0 0 ${width} ${height}`} className="h-3.5 w-5 shrink-0 fill-current">
      {grid.tiles.map((tile) => (
        <rect
          key={`${tile.column}/${tile.row}`}
          x={(tile.column - 1) * track.x}
          y={(tile.row - 1) * track.y}
          width={tile.columns * track.x - gap}
          height={tile.rows * track.y - gap}
          rx={0.5}
        />
      ))}
    </svg>
  );
}
