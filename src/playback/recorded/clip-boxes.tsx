import { type ReactElement, type RefObject, useSyncExternalStore } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { EventBoxes } from '../event-boxes.tsx';
import { largestPicture } from '../largest-picture.ts';
import type { PictureBox } from '../place-box.ts';
import type { MasterClock } from './master-clock.ts';
import { useClockStep } from './use-clock.ts';

/** What an event is about is not elsewhere yet, or still there. */
const aboutThenMs = 1000;
const stepMs = 250;

export interface ClipBoxesProps {
  readonly boxes: readonly PictureBox[];
  /** When they were where they are. */
  readonly atMs: number;
  readonly clock: MasterClock;
  /** Where the recorded picture is. */
  readonly host: RefObject<HTMLElement | null>;
  readonly camera: CameraView | undefined;
}

/** Frames around what an event is about, over what was recorded at that moment and no other. */
export function ClipBoxes(props: ClipBoxesProps): ReactElement | null {
  const { boxes, atMs, clock, host, camera } = props;
  const shownMs = useClockStep(clock, stepMs);
  const size = useSyncExternalStore(clock.subscribe, () => sizeIn(host.current));
  const [width = 0, height = 0] = size.split(' ').map(Number);
  if (Math.abs(shownMs - atMs) > aboutThenMs) return null;
  return (
    <EventBoxes
      boxes={boxes}
      picture={{ width, height }}
      counted={camera === undefined ? null : largestPicture(camera)}
      fit="contain"
    />
  );
}

/** As text, since what a store says has to be the same as long as it is alike. */
function sizeIn(host: HTMLElement | null): string {
  const videos = [...(host?.querySelectorAll('video') ?? [])];
  const shown = videos.find((video) => video.style.visibility !== 'hidden');
  return `${shown?.videoWidth ?? 0} ${shown?.videoHeight ?? 0}`;
}
