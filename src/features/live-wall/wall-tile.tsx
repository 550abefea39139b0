import { useEffect, useRef, useState } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import type { TileArea } from '../../domain/layout-grid.ts';
import type { ViewCell } from '../../domain/view.ts';
import { alarmLine } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import type { PictureState, PictureTruth } from '../../playback/picture-truth.ts';
import { AlarmBorder } from '../../playback/wall-alarms/alarm-border.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DropMark } from './drop-mark.tsx';
import { EmptyTile } from './empty-tile.tsx';
import { followDrag } from './tile-drag.ts';
import { TilePicture } from './tile-picture.tsx';
import { useWall, useWallState } from './wall-context.ts';

export interface WallTileProps {
  readonly tile: number;
  readonly cell: ViewCell | null;
  readonly area: TileArea;
  /** Opens the camera list to fill an empty tile. */
  readonly onChoose: () => void;
}

export function WallTile({ tile, cell, area, onChoose }: WallTileProps) {
  const { control, cameras, alarms } = useWall();
  const element = useRef<HTMLDivElement>(null);
  const truth = useRef<PictureTruth | null>(null);
  const [pictureState, setPictureState] = useState<PictureState>('connecting');
  const [hovered, setHovered] = useState(false);
  const selected = useWallState((state) => state.selected === tile);
  const carried = useWallState((state) => state.lifted?.at === tile);
  const solo = useWallState((state) => state.solo);
  const lent = useWallState((state) => state.lent?.tile === tile);
  const camera = cell === null ? undefined : cameras.get(cell.cameraId);
  const alarm = cell === null ? undefined : alarms.marks.get(cell.cameraId);
  const shownAlarm = lent ? alarms.shown?.alarm : alarm;

  useEffect(() => {
    // A page that has just opened shows no focus ring before anybody asked for it. A tile that
    // moved in the document has lost the focus on the way, hence the look at its number.
    if (!selected || !control.moved) return;
    if (control.store.getState().selected === tile) takeFocus(element.current);
  }, [selected, control, tile]);

  const name =
    carried && camera ? 'wall.tile.lifted' : tileName(cell !== null, camera !== undefined);
  const label = t(name, {
    tile: tile + 1,
    camera: camera?.name ?? '',
    state: t(`wall.picture.${pictureState}`),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: the wall is no table, see its grid
    <div
      ref={element}
      role="gridcell"
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      aria-rowindex={area.row}
      aria-colindex={area.column}
      aria-label={shownAlarm === undefined ? label : labelWithAlarm(label, shownAlarm)}
      data-wall-tile={tile}
      hidden={solo !== null && solo !== tile}
      className={classNames('wall-tile group/tile', solo === tile && 'wall-tile-solo')}
      style={{
        '--area': `${area.row} / ${area.column} / span ${area.rows} / span ${area.columns}`,
      }}
      onFocus={() => control.select(tile)}
      onPointerEnter={(event) => setHovered(event.pointerType !== 'touch')}
      onPointerLeave={() => setHovered(false)}
      onPointerDown={(event) => {
        control.select(tile);
        const name = camera?.name;
        if (name !== undefined && !lent) followDrag(event, control, { from: 'tile', tile }, name);
      }}
      onDoubleClick={(event) => {
        const onButton = event.target instanceof Element && event.target.closest('button') !== null;
        if (!onButton) control.open(tile);
      }}
    >
      {cell === null ? (
        <EmptyTile onChoose={onChoose} />
      ) : (
        <TilePicture
          tile={tile}
          cell={cell}
          controls={!lent && (hovered || selected)}
          truth={truth}
          onState={setPictureState}
        />
      )}
      {shownAlarm !== undefined && <AlarmBorder alarm={shownAlarm} />}
      <DropMark tile={tile} />
      {(carried || selected) && (
        <div aria-hidden className="wall-tile-ring" data-ring={carried ? 'carried' : 'selected'} />
      )}
    </div>
  );
}

function labelWithAlarm(tile: string, alarm: AlarmView): string {
  const priority = t(`alarms.priority.${alarm.priority}`);
  return t('wall.alarm.tile', { tile, priority, alarm: alarmLine(alarm) });
}

function tileName(filled: boolean, known: boolean) {
  if (!filled) return 'wall.tile.empty';
  return known ? 'wall.tile' : 'wall.tile.gone';
}

/** Follows the selection with the focus, but never takes it away from another part of the page. */
function takeFocus(tile: HTMLElement | null): void {
  const active = document.activeElement;
  const free = active === null || active === document.body;
  const onWall = active?.closest('[role="gridcell"]') != null && !tile?.contains(active);
  if (free || onWall) tile?.focus({ preventScroll: false });
}
