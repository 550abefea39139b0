import type { PictureSettings } from '../../domain/camera.ts';
import { t } from '../../messages/t.ts';
import { PictureMode } from './picture-mode.tsx';
import { PictureRange } from './picture-range.tsx';
import { PictureTurn } from './picture-turn.tsx';

export interface PictureControlsProps {
  readonly cameraId: string;
  readonly settings: PictureSettings;
}

/** The settings that the camera has, each of which acts at once. */
export function PictureControls({ cameraId, settings }: PictureControlsProps) {
  const { brightness, contrast, mode, flipped, mirrored } = settings;
  const all = [brightness, contrast, mode, flipped, mirrored];
  if (all.every((setting) => setting === undefined)) {
    return <p className="text-text-3">{t('site.picture.none')}</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      {brightness && <PictureRange cameraId={cameraId} name="brightness" range={brightness} />}
      {contrast && <PictureRange cameraId={cameraId} name="contrast" range={contrast} />}
      {mode && <PictureMode cameraId={cameraId} mode={mode} />}
      {flipped !== undefined && <PictureTurn cameraId={cameraId} name="flipped" on={flipped} />}
      {mirrored !== undefined && <PictureTurn cameraId={cameraId} name="mirrored" on={mirrored} />}
    </div>
  );
}
