import type { RefObject } from 'react';
import type { ViewCell } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { CameraTile } from '../../playback/camera-tile.tsx';
import type { PictureState, PictureTruth } from '../../playback/picture-truth.ts';
import { Button } from '../../ui/button.tsx';
import { TileChrome } from './tile-chrome.tsx';
import { useWall } from './wall-context.ts';

export interface TilePictureProps {
  readonly tile: number;
  readonly cell: ViewCell;
  /** Whether the tile's buttons are wanted now. */
  readonly controls: boolean;
  readonly truth: RefObject<PictureTruth | null>;
  readonly onState: (state: PictureState) => void;
}

export function TilePicture({ tile, cell, controls, truth, onState }: TilePictureProps) {
  const { control, cameras, openDevice } = useWall();
  const camera = cameras.get(cell.cameraId);
  if (camera === undefined) {
    return (
      <div className="absolute inset-0 flex flex-col items-center justify-center gap-2 bg-canvas p-3 text-center text-sm text-text-2">
        <p>{t('wall.gone.hint')}</p>
        <Button onClick={() => control.clear(tile)}>{t('wall.gone.clear')}</Button>
      </div>
    );
  }
  return (
    <CameraTile
      camera={camera}
      fit={cell.fit}
      quality={cell.quality}
      onTruth={(next) => {
        truth.current = next;
        onState(next.state);
      }}
      {...(openDevice && { onOpenDevice: () => openDevice(camera.deviceId) })}
    >
      {controls && <TileChrome tile={tile} cell={cell} camera={camera} truth={truth} />}
    </CameraTile>
  );
}
