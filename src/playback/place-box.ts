import type { Size } from './mjpeg/fit-rectangles.ts';

/** A part of a picture as a device tells it: in shares of it, or in its pixels. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly unit?: 'pixel' | undefined;
}

/** Rounding, and a device that counts one pixel too far. */
const tolerance = 1.01;

/** In shares of the picture; null where that is not known, or where it cannot be a part of it. */
export function shareBox(box: PictureBox, picture: Size | null): PictureBox | null {
  const { unit, x, y, width, height } = box;
  if (unit === 'pixel' && picture === null) return null;
  const across = unit === 'pixel' ? (picture?.width ?? 0) : 1;
  const down = unit === 'pixel' ? (picture?.height ?? 0) : 1;
  if (!(across > 0) || !(down > 0) || !(width > 0) || !(height > 0)) return null;
  const isInside =
    x >= 0 && y >= 0 && x + width <= across * tolerance && y + height <= down * tolerance;
  if (!isInside) return null;
  return { x: x / across, y: y / down, width: width / across, height: height / down };
}
