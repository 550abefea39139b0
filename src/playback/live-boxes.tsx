import { type ReactElement, useEffect, useState } from 'react';
import type { CameraView } from '../api/camera.ts';
import type { EventView } from '../api/events.ts';
import { hearEvents, openEventFeed } from '../device-access/event-feed.ts';
import { proxyNowMs } from '../device-access/proxy-now.ts';
import type { PictureFit } from '../domain/view.ts';
import { EventBoxes } from './event-boxes.tsx';
import { factBoxes } from './fact-boxes.ts';
import { largestPicture } from './largest-picture.ts';
import type { PictureTruth } from './picture-truth.ts';
import type { PictureBox } from './place-box.ts';

/** Where something moved longer ago than this, nothing may be any more. */
const shownMs = 2000;

export interface LiveBoxesProps {
  readonly camera: CameraView;
  readonly truth: PictureTruth;
  readonly fit: PictureFit;
}

/** Where something moves or is recognised now, over a picture that is live; never over one that is not. */
export default function LiveBoxes({ camera, truth, fit }: LiveBoxesProps): ReactElement | null {
  const [boxes, setBoxes] = useState<readonly PictureBox[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const clear = () => setBoxes([]);
    const close = openEventFeed();
    const leave = hearEvents((events) => {
      const latest = events.findLast((event) => isNow(event, camera.id))?.fact;
      if (latest === undefined) return;
      const isOver = latest.topic === 'motion' && !latest.active;
      setBoxes(isOver ? [] : factBoxes(latest));
      clearTimeout(timer);
      timer = setTimeout(clear, shownMs);
    });
    return () => {
      clearTimeout(timer);
      leave();
      close();
    };
  }, [camera.id]);
  const { state, pictureWidth = 0, pictureHeight = 0 } = truth;
  if (state !== 'live' && state !== 'degraded') return null;
  return (
    <EventBoxes
      boxes={boxes}
      picture={{ width: pictureWidth, height: pictureHeight }}
      counted={largestPicture(camera)}
      fit={fit}
    />
  );
}

/** What was told too late is not true of the picture any more. */
function isNow({ fact, cameraId, isLate, receivedAtMs }: EventView, wanted: string): boolean {
  const isRecent = isLate !== true && proxyNowMs() - receivedAtMs <= shownMs;
  const isPlaced = fact.topic === 'motion' || factBoxes(fact).length > 0;
  return isPlaced && cameraId === wanted && isRecent;
}
