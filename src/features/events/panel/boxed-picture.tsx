import { ImageOff } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import type { EventView } from '../../../api/events.ts';
import { routes } from '../../../api/routes.ts';
import { t } from '../../../messages/t.ts';
import { EventBoxes } from '../../../playback/event-boxes.tsx';
import { factBoxes } from '../../../playback/fact-boxes.ts';
import { largestPicture } from '../../../playback/largest-picture.ts';

const untold = { width: 0, height: 0 };
/** Sizes are rounded to whole pixels, and to what a codec takes. */
const alike = 0.02;

export interface BoxedPictureProps {
  readonly event: EventView;
  /** Whose picture it is, where that is known. */
  readonly camera: CameraView | undefined;
}

/** The picture that the device took, with frames around what it is about. */
export function BoxedPicture({ event, camera }: BoxedPictureProps): ReactElement {
  const [size, setSize] = useState(untold);
  // An incident that has grown may have its picture by then.
  const [failedNumber, setFailedNumber] = useState<number | null>(null);
  const { id, number, fact, cameraName, deviceName } = event;
  if (failedNumber === number) {
    return (
      <p className="flex items-center gap-2 rounded-control border border-line p-3 text-sm text-text-2">
        <ImageOff aria-hidden className="size-4 shrink-0" />
        {t('events.image.failed')}
      </p>
    );
  }
  const what = fact.topic === 'plate' ? fact.plate : t(`events.topic.${fact.topic}`);
  return (
    <figure className="relative overflow-hidden rounded-control bg-letterbox">
      <img
        src={routes.eventImage(id)}
        alt={t('events.image', { what, where: cameraName === '' ? deviceName : cameraName })}
        decoding="async"
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setSize({ width: naturalWidth, height: naturalHeight })
        }
        onError={() => setFailedNumber(number)}
        className="max-h-72 min-h-24 w-full object-contain"
      />
      {isWhole(size, camera) && (
        <EventBoxes
          boxes={factBoxes(fact)}
          picture={size}
          counted={camera === undefined ? null : largestPicture(camera)}
          fit="contain"
        />
      )}
    </figure>
  );
}

/** Devices often send only the part that an event is about, in which its place means nothing. */
function isWhole({ width, height }: typeof untold, camera: CameraView | undefined): boolean {
  const whole = camera === undefined ? null : largestPicture(camera);
  if (whole === null || height === 0) return false;
  return Math.abs(width / height / (whole.width / whole.height) - 1) < alike;
}
