import type { CameraView } from '../api/camera.ts';
import type { Size } from './mjpeg/fit-rectangles.ts';

/** A device counts the pixels of its own picture, whatever smaller one is watched. */
export function largestPicture({ streams }: CameraView): Size | null {
  const sizes = streams.flatMap(({ width = 0, height = 0 }) =>
    width > 0 && height > 0 ? { width, height } : [],
  );
  return sizes.sort((one, other) => other.width - one.width)[0] ?? null;
}
