import { Camera, Ellipsis, Expand, Maximize, Minimize } from 'lucide-react';
import { type RefObject, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { ViewCell } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import type { PictureTruth } from '../../playback/picture-truth.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toggleSolo } from './solo.ts';
import { TileMenu } from './tile-menu.tsx';
import { useWall, useWallState } from './wall-context.ts';

export interface TileChromeProps {
  readonly tile: number;
  readonly cell: ViewCell;
  readonly camera: CameraView;
  readonly truth: RefObject<PictureTruth | null>;
}

/** The buttons of a tile: there on hover and on focus, and on a selected tile of a touch screen. */
export function TileChrome({ tile, cell, camera, truth }: TileChromeProps) {
  const { control } = useWall();
  const [menuOpen, setMenuOpen] = useState(false);
  const solo = useWallState((state) => state.solo === tile);
  const name = { camera: camera.name };
  const menuLabel = t('wall.do.menu', name);
  return (
    <div className={classNames('tile-chrome', menuOpen && 'tile-chrome-held')}>
      <IconButton
        icon={Camera}
        label={t('wall.do.snapshot')}
        className="tile-chrome-spare"
        onClick={() => control.snapshot(tile)}
      />
      <IconButton
        icon={Expand}
        label={t('wall.do.focus', name)}
        className="tile-chrome-spare"
        onClick={() => control.open(tile)}
      />
      <IconButton
        icon={solo ? Minimize : Maximize}
        label={t(solo ? 'wall.do.unsolo' : 'wall.do.solo')}
        className="tile-chrome-spare"
        onClick={() => toggleSolo(control.store, tile)}
      />
      <Menu
        label={menuLabel}
        align="end"
        onOpenChange={setMenuOpen}
        trigger={<IconButton icon={Ellipsis} label={menuLabel} />}
      >
        <TileMenu tile={tile} cell={cell} camera={camera} truth={truth.current} />
      </Menu>
    </div>
  );
}
