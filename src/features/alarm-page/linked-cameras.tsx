import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { LivePicture } from './live-picture.tsx';

export interface LinkedCamerasProps {
  readonly cameras: readonly CameraView[];
  readonly onOpenCamera: (cameraId: string) => void;
}

/** Cameras that are tied to the alarm, as they are now. */
export function LinkedCameras({ cameras, onOpenCamera }: LinkedCamerasProps): ReactElement {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="text-sm font-semibold">{t('alarm.linked', { count: cameras.length })}</h2>
      <div className="grid grid-cols-2 gap-2 @min-[900px]:grid-cols-[repeat(auto-fill,minmax(16rem,1fr))]">
        {cameras.map((camera) => (
          <LivePicture key={camera.id} camera={camera} quality="auto" onOpen={onOpenCamera} />
        ))}
      </div>
    </section>
  );
}
