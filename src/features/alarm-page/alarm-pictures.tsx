import { type ReactElement, useState } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { RecordedClip } from '../../playback/recorded/recorded-clip.tsx';
import { LivePicture } from './live-picture.tsx';

const aroundMs = 10_000;

export interface AlarmPicturesProps {
  readonly alarm: AlarmView;
  /** Its own; undefined where it is of none that this person sees. */
  readonly camera: CameraView | undefined;
  readonly onOpenCamera: (cameraId: string) => void;
}

/** What the camera shows now beside what it showed when it happened. */
export function AlarmPictures({ alarm, camera, onOpenCamera }: AlarmPicturesProps): ReactElement {
  // It stays at this moment while one looks, also when the same happens again.
  const [atMs] = useState(alarm.lastAtMs);
  if (camera === undefined) {
    return (
      <p className="rounded-control border border-line bg-panel p-4 text-text-2">
        {t('alarm.no-camera')}
      </p>
    );
  }
  return (
    <div className="grid min-w-0 items-start gap-3 @min-[600px]:grid-cols-2">
      <LivePicture camera={camera} quality="auto" onOpen={onOpenCamera} />
      <RecordedClip
        cameraId={camera.id}
        atMs={atMs}
        beforeMs={aroundMs}
        afterMs={aroundMs}
        name={camera.name}
      />
    </div>
  );
}
