import { dayMs, instantOf, twoDigits, wallClock, writeDate } from './local-time.ts';

export type CaptureKind = 'continuous' | 'motion' | 'image';

export interface CapturedFile {
  readonly cameraNum: number;
  readonly kind: CaptureKind;
  readonly startMs: number;
  readonly seconds: number;
  /** `2026-11-21`, the folder it lies in. */
  readonly folder: string;
  readonly name: string;
}

/** When a file was last written. */
export function endOf({ startMs, seconds }: CapturedFile): number {
  return startMs + seconds * 1000;
}

export interface CapturingCamera {
  readonly number: number;
  readonly name: string;
}

/** Names follow the server's date order. */
const nameDate = 'MM-DD-YYYY';
const marks: Readonly<Record<CaptureKind, string>> = { continuous: 'C', motion: 'M', image: 'M' };

export function captureFile(
  camera: CapturingCamera,
  kind: CaptureKind,
  startMs: number,
  seconds: number,
  zone: string,
): CapturedFile {
  const wall = wallClock(startMs, zone);
  const time = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()]
    .map(twoDigits)
    .join('-');
  // On the day on which clocks go back, an hour of names comes twice, and no two files have one name.
  const again = instantOf(wall.getTime(), zone) === startMs ? '' : ' 2';
  return {
    cameraNum: camera.number,
    kind,
    startMs,
    seconds,
    folder: wall.toISOString().slice(0, 10),
    name: `${writeDate(wall, nameDate)} ${time} ${marks[kind]} ${camera.name}${again}.${kind === 'image' ? 'jpg' : 'm4v'}`,
  };
}

const motionHours = [7, 11, 15, 20];
const continuousSeconds = 600;

/** A repeatable whole number below `limit`. */
function drawn(seed: number, limit: number): number {
  return (Math.imul(seed + 1, 2_654_435_761) >>> 7) % limit;
}

/** What a camera captures without cease: a file after the other, whatever the clocks do. */
function continuousDay(camera: CapturingCamera, dayWallMs: number, zone: string): CapturedFile[] {
  const stepMs = continuousSeconds * 1000;
  const endMs = instantOf(dayWallMs + dayMs, zone);
  const files: CapturedFile[] = [];
  // Each camera has a second to itself, and key pictures come every other.
  let startMs = instantOf(dayWallMs, zone) + camera.number * 2000;
  for (; startMs < endMs; startMs += stepMs) {
    files.push(captureFile(camera, 'continuous', startMs, continuousSeconds, zone));
  }
  return files;
}

/**
 * What a camera recorded on a day that began at `dayWallMs` on the wall clock, the same whenever it is
 * asked. Every camera and kind has a second of the minute to itself, so that no two files begin
 * together.
 */
export function dayPlan(
  camera: CapturingCamera,
  dayWallMs: number,
  zone: string,
  always: boolean,
): CapturedFile[] {
  const seed = Math.floor(dayWallMs / dayMs) * 97 + camera.number * 13;
  const at = (hour: number, minute: number, place: number): number =>
    instantOf(
      dayWallMs + ((hour * 60 + minute) * 60 + (camera.number % 6) * 9 + place) * 1000,
      zone,
    );
  return [
    ...(always
      ? continuousDay(camera, dayWallMs, zone)
      : [captureFile(camera, 'continuous', at(0, 0, 0), 60, zone)]),
    captureFile(camera, 'image', at(13, drawn(seed, 60), 1), 0, zone),
    ...motionHours.map((hour, index) =>
      captureFile(
        camera,
        'motion',
        at(hour + drawn(seed + index, 3), drawn(seed * 7 + index, 60), 2 + index),
        5 + drawn(seed * 5 + index, 8),
        zone,
      ),
    ),
  ];
}
