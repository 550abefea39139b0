import type { PictureBox, PicturePoint } from '../../domain/ptz.ts';
import type { PictureFit } from '../../domain/view.ts';
import { fitPicture, type Size } from '../../playback/mjpeg/fit-rectangles.ts';

/** How a picture lies in a frame: laid in by `fit`, then enlarged and moved in shares of the frame. */
export interface LaidPicture {
  readonly picture: Size;
  readonly frame: Size;
  readonly fit: PictureFit;
  readonly zoom: { readonly factor: number; readonly x: number; readonly y: number };
}

/**
 * Where in the picture a point of the frame lies, CSS px from its left and top. Null beside it.
 */
export function picturePoint(x: number, y: number, laid: LaidPicture): PicturePoint | null {
  const point = unboundedPoint(x, y, laid);
  return isShare(point.x) && isShare(point.y) ? point : null;
}

/** The box between two points of the frame, cut where the picture ends; null without any area. */
export function pictureBox(
  from: PicturePoint,
  to: PicturePoint,
  laid: LaidPicture,
): PictureBox | null {
  const [one, other] = [from, to].map(({ x, y }) => unboundedPoint(x, y, laid));
  if (one === undefined || other === undefined) return null;
  const left = within(Math.min(one.x, other.x));
  const top = within(Math.min(one.y, other.y));
  const width = within(Math.max(one.x, other.x)) - left;
  const height = within(Math.max(one.y, other.y)) - top;
  return width > 0 && height > 0 ? { x: left, y: top, width, height } : null;
}

function unboundedPoint(x: number, y: number, laid: LaidPicture): PicturePoint {
  const { picture, frame, fit, zoom } = laid;
  const { from, to } = fitPicture(picture, { x: 0, y: 0, ...frame }, fit);
  const before = {
    x: (x - zoom.x * frame.width) / zoom.factor,
    y: (y - zoom.y * frame.height) / zoom.factor,
  };
  return {
    x: from.x + ((before.x - to.x) / to.width) * from.width,
    y: from.y + ((before.y - to.y) / to.height) * from.height,
  };
}

const isShare = (value: number) => value >= 0 && value <= 1;
const within = (value: number) => Math.min(1, Math.max(0, value));
