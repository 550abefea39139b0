import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { CameraSpans } from '../../api/recordings.ts';
import { t } from '../../messages/t.ts';
import { laneHeight, laneTop, rulerHeight, timelineHeight, unionHeight } from './draw-timeline.ts';

export interface LaneLabelsProps {
  readonly cameras: readonly CameraView[];
  readonly told: ReadonlyMap<string, CameraSpans>;
  readonly onRetry: () => void;
}

/** Beside the lanes: whose they are, and in words what a lane cannot show. */
export function LaneLabels({ cameras, told, onRetry }: LaneLabelsProps): ReactElement {
  return (
    <div
      className="relative w-36 shrink-0 border-line border-e bg-canvas text-xs max-sm:w-20"
      style={{ height: timelineHeight(cameras.length) }}
    >
      <span
        className="absolute inset-x-2 truncate text-text-2"
        style={{ top: rulerHeight, height: unionHeight, lineHeight: `${unionHeight}px` }}
      >
        {t('recordings.lane.all')}
      </span>
      {cameras.map(({ id, name }, at) => (
        <div
          key={id}
          className="absolute inset-x-2 flex items-center gap-1"
          style={{ top: laneTop(at), height: laneHeight }}
        >
          <span className="min-w-0 grow truncate" title={name}>
            {name}
          </span>
          <Standing found={told.get(id)?.found} onRetry={onRetry} />
        </div>
      ))}
    </div>
  );
}

function Standing({
  found,
  onRetry,
}: {
  readonly found: CameraSpans['found'] | undefined;
  readonly onRetry: () => void;
}): ReactElement | null {
  if (found?.state === 'not-offered') {
    return (
      <span className="shrink-0 text-text-3" title={t('recorded.not-offered')}>
        {t('recordings.lane.none')}
      </span>
    );
  }
  if (found?.state !== 'failed') return null;
  return (
    <button
      type="button"
      onClick={onRetry}
      title={t('recordings.lane.failed')}
      className="min-h-6 shrink-0 rounded-sm border border-line-ui px-1 hover:bg-hover"
    >
      {t('recordings.lane.retry')}
    </button>
  );
}
