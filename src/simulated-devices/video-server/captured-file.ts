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

export interface CapturingCamera {
  readonly number: number;
  readonly name: string;
}

/** Names follow the server's date order; a file that covers a day has no time in its name. */
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
  const when = [writeDate(wall, nameDate), ...(kind === 'continuous' ? [] : [time])].join(' ');
  return {
    cameraNum: camera.number,
    kind,
    startMs,
    seconds,
    folder: wall.toISOString().slice(0, 10),
    name: `${when} ${marks[kind]} ${camera.name}.${kind === 'image' ? 'jpg' : 'm4v'}`,
  };
}

export const keptDays = 7;
const motionHours = [7, 11, 15, 20];

/** A repeatable whole number below `limit`. */
function drawn(seed: number, limit: number): number {
  return (Math.imul(seed + 1, 2_654_435_761) >>> 7) % limit;
}

/**
 * What a camera recorded on a day that began at `dayWallMs` on the wall clock: six files, the same
 * whenever it is asked. Every camera and kind has a second of the minute to itself, so that no two
 * files begin together.
 */
export function dayPlan(camera: CapturingCamera, dayWallMs: number, zone: string): CapturedFile[] {
  const seed = Math.floor(dayWallMs / dayMs) * 97 + camera.number * 13;
  const at = (hour: number, minute: number, place: number): number =>
    instantOf(
      dayWallMs + ((hour * 60 + minute) * 60 + (camera.number % 6) * 9 + place) * 1000,
      zone,
    );
  return [
    captureFile(camera, 'continuous', at(0, 0, 0), 60, zone),
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
