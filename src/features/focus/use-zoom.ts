import { useCallback, useState } from 'react';
import { wholePicture, type Zoom } from './digital-zoom.ts';

/**
 * The zoom into one camera; another camera begins with its whole picture. The page itself stays, or
 * the button that leads from camera to camera would lose the focus at each step.
 */
export function useZoom(cameraId: string): [Zoom, (change: (zoom: Zoom) => Zoom) => void] {
  const [last, setLast] = useState({ cameraId, zoom: wholePicture });
  const setZoom = useCallback(
    (change: (zoom: Zoom) => Zoom) =>
      setLast((before) => ({
        cameraId,
        zoom: change(before.cameraId === cameraId ? before.zoom : wholePicture),
      })),
    [cameraId],
  );
  return [last.cameraId === cameraId ? last.zoom : wholePicture, setZoom];
}
