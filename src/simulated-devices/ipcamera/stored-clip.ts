import { LivePicture } from '../live/live-picture.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { writeAvi } from './mjpeg-avi.ts';

export const clipSeconds = 5;
const framesPerSecond = 2;
const width = 320;
const height = 240;
const plainSensor = { brightness: 128, contrast: 4, flipped: false, mirrored: false };

/** A few seconds of what a camera saw from an instant on, as its card keeps them. */
export function drawStoredClip(camera: SiteCamera, epochMs: number): Buffer {
  let atMs = epochMs;
  const picture = new LivePicture(
    {
      camera,
      now: () => atMs,
      sensor: () => plainSensor,
      zoneOffsetMs: () => 0,
      title: () => camera.name,
    },
    width,
    height,
  );
  const frames = Array.from({ length: clipSeconds * framesPerSecond }, (_, i) => {
    atMs = epochMs + (i * 1000) / framesPerSecond;
    return picture.current();
  });
  return writeAvi(frames, { width, height, framesPerSecond });
}
