import { Link } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { t } from '../../../messages/t.ts';
import type { FactOf } from './fact-of.ts';

export interface LinkedCamerasProps {
  readonly linked: FactOf<'call'>['linked'];
}

/** The cameras that the device ties to an event; one that we do not have is only named. */
export function LinkedCameras({ linked }: LinkedCamerasProps) {
  return linked.map(({ cameraId, title }, index) => {
    const name = title === '' ? t('events.linked.unnamed') : title;
    const key = `${cameraId} ${index}`;
    return (
      <span key={key} className="inline-flex items-center gap-1 text-xs text-text-2">
        <Link2 aria-hidden className="size-3.5" />
        {cameraId === null ? (
          <bdi>{name}</bdi>
        ) : (
          <Link
            to="/cam/$camId"
            params={{ camId: cameraId }}
            className="relative inline-flex min-h-6 min-w-6 items-center text-accent hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          >
            <bdi>{name}</bdi>
          </Link>
        )}
      </span>
    );
  });
}
