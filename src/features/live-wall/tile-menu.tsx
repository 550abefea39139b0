import type { CameraView } from '../../api/camera.ts';
import { tileCount } from '../../domain/layout-grid.ts';
import { streamQualities } from '../../domain/stream.ts';
import { pictureFits, type QualityChoice, type ViewCell } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import type { PictureTruth } from '../../playback/picture-truth.ts';
import { shownStreamText } from '../../playback/shown-stream-text.ts';
import { MenuChoice, MenuHeading, MenuItem, MenuSeparator, SubMenu } from '../../ui/menu.tsx';
import { toggleSolo } from './solo.ts';
import { useWall } from './wall-context.ts';

const qualities: readonly QualityChoice[] = ['auto', ...streamQualities];

export interface TileMenuProps {
  readonly tile: number;
  readonly cell: ViewCell;
  readonly camera: CameraView;
  readonly truth: PictureTruth | null;
}

/** Everything that a tile can do, also what is otherwise done by dragging. */
export function TileMenu({ tile, cell, camera, truth }: TileMenuProps) {
  const { control, openDevice } = useWall();
  return (
    <>
      <MenuItem hint="F" onSelect={() => control.open(tile)}>
        {t('wall.do.focus', { camera: camera.name })}
      </MenuItem>
      <MenuItem hint="S" onSelect={() => control.snapshot(tile)}>
        {t('wall.do.snapshot')}
      </MenuItem>
      <MenuItem hint="X" onSelect={() => toggleSolo(control.store, tile)}>
        {t('wall.do.solo')}
      </MenuItem>
      <MenuSeparator />
      <MoveMenu tile={tile} />
      <SubMenu label={t('wall.menu.fit')}>
        <MenuChoice
          label={t('wall.menu.fit')}
          value={cell.fit}
          options={pictureFits.map((fit) => ({ value: fit, text: t(`wall.fit.${fit}`) }))}
          onChange={(fit) => control.adjust(tile, { fit })}
        />
      </SubMenu>
      <SubMenu label={t('wall.menu.stream')}>
        <MenuChoice
          label={t('wall.menu.stream')}
          value={cell.quality}
          options={qualities.map((value) => ({ value, text: t(`wall.quality.${value}`) }))}
          onChange={(quality) => control.adjust(tile, { quality })}
        />
        <MenuHeading>{t('wall.menu.shown')}</MenuHeading>
        <p className="max-w-64 px-2 pb-2 text-text-2">{shownStreamText(truth, camera.streams)}</p>
      </SubMenu>
      <MenuSeparator />
      {openDevice && (
        <MenuItem onSelect={() => openDevice(camera.deviceId)}>{t('wall.menu.device')}</MenuItem>
      )}
      <MenuItem hint={t('keys.name.delete')} onSelect={() => control.clear(tile)}>
        {t('wall.menu.clear')}
      </MenuItem>
    </>
  );
}

/** The same as dragging the tile, without a drag. */
function MoveMenu({ tile }: { readonly tile: number }) {
  const { control, view, cameras } = useWall();
  const others = Array.from({ length: tileCount(view.layout) }, (_, target) => ({
    target,
    camera: cameras.get(view.cells[target]?.cameraId ?? '')?.name,
  })).filter(({ target }) => target !== tile);
  const empty = others.filter(({ target }) => !view.cells[target]);
  const taken = others.filter(({ target }) => view.cells[target]);
  const to = (target: number, copy: boolean) =>
    control.place({ source: { from: 'tile', tile }, target, copy });
  return (
    <>
      {empty.length > 0 && (
        <SubMenu label={t('wall.menu.move')}>
          {empty.map(({ target }) => (
            <MenuItem key={target} onSelect={() => to(target, false)}>
              {t('wall.menu.tile', { tile: target + 1 })}
            </MenuItem>
          ))}
        </SubMenu>
      )}
      {taken.length > 0 && (
        <SubMenu label={t('wall.menu.swap')}>
          {taken.map(({ target, camera = '' }) => (
            <MenuItem key={target} onSelect={() => to(target, false)}>
              {t('wall.menu.tile.camera', { tile: target + 1, camera })}
            </MenuItem>
          ))}
        </SubMenu>
      )}
      {others.length > 0 && (
        <SubMenu label={t('wall.menu.copy')}>
          {others.map(({ target, camera }) => (
            <MenuItem key={target} onSelect={() => to(target, true)}>
              {camera === undefined
                ? t('wall.menu.tile', { tile: target + 1 })
                : t('wall.menu.tile.camera', { tile: target + 1, camera })}
            </MenuItem>
          ))}
        </SubMenu>
      )}
    </>
  );
}
