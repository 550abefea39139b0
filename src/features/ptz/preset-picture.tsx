import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { PresetView } from '../../api/presets.ts';
import { routes } from '../../api/routes.ts';

export interface PresetPictureProps {
  readonly cameraId: string;
  readonly preset: PresetView;
}

/** What the camera saw there when it was saved; a mark where no picture was taken, or none is left. */
export function PresetPicture({ cameraId, preset }: PresetPictureProps) {
  const { id, picturedAtMs } = preset;
  const [failedAtMs, setFailedAtMs] = useState<number | null>(null);
  if (picturedAtMs === undefined || failedAtMs === picturedAtMs) {
    return (
      <span className="grid aspect-video place-items-center bg-canvas">
        <MapPin aria-hidden className="size-5 text-text-3" />
      </span>
    );
  }
  return (
    <img
      alt=""
      // Names the picture, so that one taken anew is not the old one.
      src={`${routes.presetPicture(cameraId, id)}?at=${picturedAtMs}`}
      loading="lazy"
      draggable={false}
      className="aspect-video w-full bg-letterbox object-cover"
      onError={() => setFailedAtMs(picturedAtMs)}
    />
  );
}
