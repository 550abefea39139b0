import { type ReactElement, useEffect, useState } from 'react';
import type { CameraView } from '../api/camera.ts';
import type { EventView } from '../api/events.ts';
import { hearEvents, openEventFeed } from '../device-access/event-feed.ts';
import { proxyNowMs } from '../device-access/proxy-now.ts';
import type { PictureFit } from '../domain/view.ts';
import { EventBoxes } from './event-boxes.tsx';
import type { PictureTruth } from './picture-truth.ts';
import type { PictureBox } from './place-box.ts';

/** Where something moved longer ago than this, nothing may be any more. */
const shownMs = 2000;

export interface LiveBoxesProps {
  readonly camera: CameraView;
  readonly truth: PictureTruth;
  readonly fit: PictureFit;
}

/** Where something moves now, over a picture that is live; never over one that is not. */
export default function LiveBoxes({ camera, truth, fit }: LiveBoxesProps): ReactElement | null {
  const [boxes, setBoxes] = useState<readonly PictureBox[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const clear = () => setBoxes([]);
    const close = openEventFeed();
    const leave = hearEvents((events) => {
      const latest = events.findLast((event) => isNow(event, camera.id))?.fact;
      if (latest?.topic !== 'motion') return;
      setBoxes(latest.active ? latest.boxes : []);
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
  return fact.topic === 'motion' && cameraId === wanted && isRecent;
}

/** A device counts the pixels of its own picture, whatever smaller one is watched. */
function largestPicture({ streams }: CameraView) {
  const sizes = streams.flatMap(({ width = 0, height = 0 }) =>
    width > 0 && height > 0 ? { width, height } : [],
  );
  return sizes.sort((one, other) => other.width - one.width)[0] ?? null;
}
