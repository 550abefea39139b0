import { lazy, type ReactElement, Suspense } from 'react';

const ClipStage = lazy(() => import('./clip-stage.tsx'));

export interface RecordedClipProps {
  readonly cameraId: string;
  /** The moment that it is about, epoch ms. */
  readonly atMs: number;
  readonly beforeMs?: number;
  readonly afterMs?: number;
  /** Of the camera. */
  readonly name: string;
}

/** What was recorded around a moment. Says in words where there is nothing to show. */
export function RecordedClip(props: RecordedClipProps): ReactElement {
  const { cameraId, atMs, beforeMs = 10_000, afterMs = 10_000, name } = props;
  return (
    <Suspense fallback={<div className="aspect-video w-full bg-letterbox" />}>
      <ClipStage
        key={`${cameraId} ${atMs} ${beforeMs} ${afterMs}`}
        cameraId={cameraId}
        atMs={atMs}
        fromMs={atMs - beforeMs}
        toMs={atMs + afterMs}
        name={name}
      />
    </Suspense>
  );
}
