import { Expand, Radio } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { QualityChoice } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { CameraTile } from '../../playback/camera-tile.tsx';
import type { PictureState } from '../../playback/picture-truth.ts';
import { IconButton } from '../../ui/icon-button.tsx';

export interface LivePictureProps {
  readonly camera: CameraView;
  readonly quality: QualityChoice;
  readonly onOpen: (cameraId: string) => void;
}

const present = new Set<PictureState>(['live', 'degraded']);

/** A camera as it is now. Only a picture that flows is called live. */
export function LivePicture({ camera, quality, onOpen }: LivePictureProps): ReactElement {
  const [state, setState] = useState<PictureState>('connecting');
  return (
    <section
      aria-label={t('alarm.live.of', { camera: camera.name })}
      className="relative aspect-video w-full border-2 border-line bg-letterbox"
    >
      <CameraTile
        camera={camera}
        fit="contain"
        quality={quality}
        onTruth={(truth) => setState(truth.state)}
      >
        <div className="absolute end-1 top-1 z-10 flex items-start gap-1">
          {present.has(state) && (
            <span className="inline-flex items-center gap-1 rounded-sm bg-black/80 px-1 font-semibold text-white text-xs">
              <Radio aria-hidden className="size-3 shrink-0" />
              {t('alarm.live')}
            </span>
          )}
          <IconButton
            icon={Expand}
            label={t('alarm.open-camera', { camera: camera.name })}
            className="bg-canvas/85"
            onClick={() => onOpen(camera.id)}
          />
        </div>
      </CameraTile>
    </section>
  );
}
