import { lazy, type ReactElement, Suspense } from 'react';
import type { PictureBox } from '../place-box.ts';

const ClipStage = lazy(() => import('./clip-stage.tsx'));

const noBoxes: readonly PictureBox[] = [];

export interface RecordedClipProps {
  readonly cameraId: string;
  /** The moment that it is about, epoch ms. */
  readonly atMs: number;
  readonly beforeMs?: number;
  readonly afterMs?: number;
  /** Of the camera. */
  readonly name: string;
  /** Parts of the picture at that moment, to be framed while it is shown. */
  readonly boxes?: readonly PictureBox[];
}

/** What was recorded around a moment. Says in words where there is nothing to show. */
export function RecordedClip(props: RecordedClipProps): ReactElement {
  const { cameraId, atMs, beforeMs = 10_000, afterMs = 10_000, name, boxes = noBoxes } = props;
  return (
    <Suspense fallback={<div className="aspect-video w-full bg-letterbox" />}>
      <ClipStage
        key={`${cameraId} ${atMs} ${beforeMs} ${afterMs}`}
        cameraId={cameraId}
        atMs={atMs}
        fromMs={atMs - beforeMs}
        toMs={atMs + afterMs}
        name={name}
        boxes={boxes}
      />
    </Suspense>
  );
}
