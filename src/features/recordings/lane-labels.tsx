import { MonitorPlay } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { headerHeight, laneTop, rulerHeight, timelineHeight, unionHeight } from './lane-look.ts';
import type { Lacks } from './use-recorded-lanes.ts';

export interface LaneLabelsProps {
  readonly cameras: readonly CameraView[];
  readonly laneHeight: number;
  readonly lacks: Lacks;
  /** How many of the first are played; the others only have their lanes. */
  readonly playing: number;
  readonly onPlay: (cameraId: string) => void;
  readonly onRetry: () => void;
}

/**
 * Beside the lanes: whose they are, and in words what a lane cannot show. Those that are not played
 * are one stop of the Tab key; arrows go on from there.
 */
export const LaneLabels = memo(function LaneLabels(props: LaneLabelsProps): ReactElement {
  const { cameras, laneHeight, lacks, playing, onPlay, onRetry } = props;
  const [stop, setStop] = useState(playing);
  const stopAt = stop >= playing && stop < cameras.length ? stop : playing;
  const go = (event: KeyboardEvent<HTMLElement>, from: number) => {
    const to = from + (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0);
    if (to === from || to < playing || to >= cameras.length) return;
    event.preventDefault();
    setStop(to);
    event.currentTarget
      .closest('[data-lanes]')
      ?.querySelector<HTMLElement>(`[data-lane="${to}"]`)
      ?.focus();
  };
  return (
    <div
      data-lanes
      className="relative w-36 shrink-0 border-line border-e bg-canvas text-xs max-sm:w-24"
      style={{ height: timelineHeight(cameras.length, laneHeight) }}
    >
      <div className="sticky top-0 z-10 bg-canvas" style={{ height: headerHeight }}>
        <span
          className="absolute inset-x-2 truncate text-text-2"
          style={{ top: rulerHeight, height: unionHeight, lineHeight: `${unionHeight}px` }}
        >
          {t('recordings.lane.all')}
        </span>
      </div>
      {cameras.map(({ id, name }, at) => (
        <div
          key={id}
          className="absolute inset-x-0 flex items-center gap-1 ps-2 pe-1"
          style={{ top: laneTop(at, laneHeight), height: laneHeight }}
        >
          {at < playing ? (
            <span className="flex min-w-0 grow items-center gap-1" title={name}>
              <span className="truncate">{name}</span>
              {cameras.length > playing && (
                <MonitorPlay
                  role="img"
                  aria-label={t('recordings.lane.playing')}
                  className="size-3.5 shrink-0 text-past"
                />
              )}
            </span>
          ) : (
            <button
              type="button"
              data-lane={at}
              tabIndex={at === stopAt ? 0 : -1}
              title={t('recordings.lane.play', { camera: name })}
              aria-label={t('recordings.lane.play', { camera: name })}
              onClick={() => onPlay(id)}
              onKeyDown={(event) => go(event, at)}
              className="h-full min-w-0 grow truncate rounded-sm text-start text-text-2 hover:bg-hover hover:text-text"
            >
              {name}
            </button>
          )}
          <Standing lack={lacks.get(id)} onRetry={onRetry} />
        </div>
      ))}
    </div>
  );
});

function Standing({
  lack,
  onRetry,
}: {
  readonly lack: 'failed' | 'not-offered' | undefined;
  readonly onRetry: () => void;
}): ReactElement | null {
  if (lack === 'not-offered') {
    return (
      <span className="shrink-0 text-text-3" title={t('recorded.not-offered')}>
        {t('recordings.lane.none')}
      </span>
    );
  }
  if (lack !== 'failed') return null;
  return (
    <button
      type="button"
      onClick={onRetry}
      title={t('recordings.lane.failed')}
      className="h-full min-h-6 shrink-0 rounded-sm border border-line-ui px-1 hover:bg-hover"
    >
      {t('recordings.lane.retry')}
    </button>
  );
}
