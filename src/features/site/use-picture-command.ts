import {
  changePictureSettings,
  pictureSettingsQuery,
  readPictureSettings,
} from '../../device-access/site-control.ts';
import type { PictureSettings, PictureSettingsChange } from '../../domain/camera.ts';
import { useSiteCommand } from './use-site-command.ts';

/** Changes the settings of a camera's picture. */
export function usePictureCommand(cameraId: string) {
  return useSiteCommand({
    send: (change: PictureSettingsChange) => changePictureSettings(cameraId, change),
    read: () => readPictureSettings(cameraId),
    queryKey: pictureSettingsQuery(cameraId).queryKey,
    isDone,
  });
}

/** A camera may keep a number in coarser steps than it takes it, so a number is never held against it. */
function isDone(settings: PictureSettings, change: PictureSettingsChange): boolean {
  return (['mode', 'flipped', 'mirrored'] as const).every(
    (name) => change[name] === undefined || settings[name] === change[name],
  );
}
