import { type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { footageOf } from '../../playback/recorded/footage.ts';
import { type Thumbnail, Thumbnails } from '../../playback/recorded/thumbnails.ts';
import { classNames } from '../../ui/class-names.ts';
import { recordedAt } from './lane-at.ts';
import type { Lane } from './lanes.ts';
import type { TimelineState, TimelineStore } from './timeline-store.ts';

export interface HoverPictureProps {
  readonly cameras: readonly Pick<CameraView, 'id' | 'name'>[];
  readonly lanes: readonly Lane[];
  readonly timeline: TimelineStore;
  readonly zone: string;
}

const widthPixels = 212;
/** About as many different pictures as a timeline is wide. */
const picturesOfView = 1024;

/** A small picture of the moment under the pointer, above the timeline so that it hides no lane. */
export function HoverPicture({ cameras, lanes, timeline, zone }: HoverPictureProps): ReactElement {
  const [thumbnails] = useState(() => new Thumbnails(footageOf));
  const place = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState({ x: 0, atMs: 0 });
  useEffect(() => () => thumbnails.end(), [thumbnails]);
  useEffect(() => {
    const look = (state: TimelineState) => {
      const { hoverMs, hoverX, hoverPressed } = state;
      const isSpared = savesData() && !hoverPressed;
      if (hoverMs === null || hoverMs > proxyNowMs() || isSpared) {
        thumbnails.leave();
        return;
      }
      setHover({ x: hoverX - (place.current?.getBoundingClientRect().left ?? 0), atMs: hoverMs });
      want(thumbnails, lanes, state, hoverMs);
    };
    return timeline.subscribe((state, before) => {
      const { hoverMs, hoverCameraId } = state;
      if (hoverMs !== before.hoverMs || hoverCameraId !== before.hoverCameraId) look(state);
    });
  }, [thumbnails, timeline, lanes]);
  const shown = useSyncExternalStore(thumbnails.subscribe, thumbnails.shown);
  const name = cameras.find(({ id }) => id === shown?.cameraId)?.name;
  return (
    <div
      ref={place}
      aria-hidden
      className="pointer-events-none absolute inset-x-0 bottom-full z-20"
    >
      {shown !== null && (
        <div
          data-hover-picture={shown.kind}
          className="absolute bottom-1 overflow-hidden rounded-control border-2 border-past bg-panel text-xs shadow-xl"
          style={{
            width: widthPixels,
            left: `clamp(4px, ${hover.x - widthPixels / 2}px, 100% - ${widthPixels + 4}px)`,
          }}
        >
          <Still shown={shown} />
          <p className="truncate px-1">{name}</p>
          <p className="px-1 font-semibold tabular-nums">
            {momentInZone(shown.kind === 'shown' ? shown.atMs : hover.atMs, zone)}
          </p>
        </div>
      )}
    </div>
  );
}

/** Whoever pays for every byte sees pictures only while they drag. Not every browser tells. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

const words = {
  loading: 'recordings.hover.loading',
  nothing: 'recorded.nothing',
  failed: 'recordings.hover.failed',
} as const;

function Still({ shown }: { readonly shown: Thumbnail }): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const picture = shown.kind === 'shown' ? shown.picture : null;
  useEffect(() => {
    host.current?.replaceChildren(...(picture ? [picture] : []));
  }, [picture]);
  return (
    <div
      className={classNames(
        'relative grid place-items-center bg-letterbox',
        picture === null && 'h-10 px-2 text-center text-text-2',
      )}
    >
      <div ref={host} className="empty:hidden" />
      {shown.kind !== 'shown' && t(words[shown.kind])}
    </div>
  );
}

/** Of the camera whose lane it is; on the others of the first camera that recorded then. */
function want(
  thumbnails: Thumbnails,
  lanes: readonly Lane[],
  { hoverCameraId, view }: TimelineState,
  atMs: number,
): void {
  const cameraId =
    hoverCameraId ??
    (lanes.find((lane) => recordedAt(lane, atMs) !== 'nothing') ?? lanes[0])?.cameraId;
  const lane = lanes.find((each) => each.cameraId === cameraId);
  const finest = Math.max(1000, (view.toMs - view.fromMs) / picturesOfView);
  if (cameraId === undefined || lane === undefined) thumbnails.leave();
  else if (recordedAt(lane, atMs) === 'nothing') thumbnails.wantNothing(cameraId);
  else thumbnails.want({ cameraId, atMs, stepMs: 2 ** Math.ceil(Math.log2(finest)) });
}
