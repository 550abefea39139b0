import { useMemo } from 'react';
import { layoutGrid } from '../../domain/layout-grid.ts';
import { t } from '../../messages/t.ts';
import { PictureSurface } from '../../playback/picture-surface.tsx';
import { shownTiles } from './shown-tiles.ts';
import { useWall, useWallState } from './wall-context.ts';
import { WallTile } from './wall-tile.tsx';

/** The tiles of a view. Narrow walls scroll instead, so that a picture stays large enough to see. */
export function WallGrid({ onChoose }: { readonly onChoose: () => void }) {
  const { view, alarms } = useWall();
  const lifted = useWallState((state) => state.lifted);
  const lent = useWallState((state) => state.lent);
  const tiles = useMemo(() => shownTiles(view, { lifted, lent }), [view, lifted, lent]);
  const steady = view.alarmPolicy === 'spotlight' && alarms.shown !== null;
  const grid = layoutGrid(view.layout);
  return (
    <PictureSurface className="wall-surface relative min-h-0 grow bg-letterbox" steady={steady}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot lay its cells out as areas */}
      <div
        role="grid"
        aria-label={t('wall.label', { view: view.name })}
        aria-colcount={grid.columns}
        aria-rowcount={grid.rows}
        data-wall={view.id}
        className="wall-grid select-none"
        style={{ '--columns': grid.columns, '--rows': grid.rows }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <div role="row" className="contents" tabIndex={-1}>
          {tiles.map(({ tile, cell, key }) => {
            const area = grid.tiles[tile];
            return (
              area && <WallTile key={key} tile={tile} cell={cell} area={area} onChoose={onChoose} />
            );
          })}
        </div>
      </div>
    </PictureSurface>
  );
}
