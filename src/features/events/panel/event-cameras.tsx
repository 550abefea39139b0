import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import { t } from '../../../messages/t.ts';
import { CameraTile } from '../../../playback/camera-tile.tsx';

/** More at once would cost more than they show. */
const mostTiles = 3;

export interface EventCamerasProps {
  readonly cameras: readonly CameraView[];
}

/** What the cameras of an event see now, which is not what they saw then. */
export function EventCameras({ cameras }: EventCamerasProps): ReactElement {
  return (
    <div className="flex flex-col gap-3">
      {cameras.slice(0, mostTiles).map((camera) => (
        <div key={camera.id} className="flex flex-col gap-1">
          <div className="relative aspect-video overflow-hidden rounded-control bg-letterbox">
            <CameraTile camera={camera} fit="contain" quality="sub" label={false} />
          </div>
          <CameraLink camera={camera} />
        </div>
      ))}
      {cameras.slice(mostTiles).map((camera) => (
        <CameraLink key={camera.id} camera={camera} />
      ))}
    </div>
  );
}

function CameraLink({ camera }: { readonly camera: CameraView }): ReactElement {
  return (
    <Link
      to="/cam/$camId"
      params={{ camId: camera.id }}
      className="inline-flex min-h-6 min-w-6 items-center self-start text-sm text-accent wrap-anywhere hover:underline pointer-coarse:min-h-11"
    >
      <bdi>{t('events.panel.openCamera', { camera: camera.name })}</bdi>
    </Link>
  );
}
