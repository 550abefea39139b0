import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { camerasQuery } from '../../device-access/queries.ts';
import { CameraTile } from '../../playback/camera-tile.tsx';
import { useDelayed } from '../../ui/use-delayed.ts';

const settleMs = 300;

export interface AlarmPreviewProps {
  readonly cameraId: string;
}

/** What the camera of an alarm shows now, small, for whoever has turned to it. */
export function AlarmPreview({ cameraId }: AlarmPreviewProps): ReactElement | null {
  const camera = useQuery(camerasQuery()).data?.find(({ id }) => id === cameraId);
  // Whoever goes on by the arrows starts and ends no stream at every step.
  const stays = useDelayed(settleMs);
  if (camera === undefined) return null;
  return (
    <div className="relative aspect-video w-full bg-letterbox">
      {stays && <CameraTile camera={camera} fit="contain" quality="sub" />}
    </div>
  );
}
