import type { PictureFit } from '../../domain/view.ts';

/** Device pixels of a canvas, or pixels of a picture. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface FittedPicture {
  /** The part of the picture that is shown, in shares of 0..1 of its width and height. */
  readonly from: Rectangle;
  /** Where it goes on the canvas. */
  readonly to: Rectangle;
}

/** Lays a picture into a tile the way CSS `object-fit` does. */
export function fitPicture(picture: Size, tile: Rectangle, fit: PictureFit): FittedPicture {
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  if (fit === 'fill') return { from: whole, to: tile };
  const scaleX = tile.width / picture.width;
  const scaleY = tile.height / picture.height;
  if (fit === 'contain') {
    const scale = Math.min(scaleX, scaleY);
    const width = Math.round(picture.width * scale);
    const height = Math.round(picture.height * scale);
    const x = tile.x + Math.floor((tile.width - width) / 2);
    const y = tile.y + Math.floor((tile.height - height) / 2);
    return { from: whole, to: { x, y, width, height } };
  }
  const scale = Math.max(scaleX, scaleY);
  const width = tile.width / (picture.width * scale);
  const height = tile.height / (picture.height * scale);
  return { from: { x: (1 - width) / 2, y: (1 - height) / 2, width, height }, to: tile };
}

/**
 * JPEG decoders shrink while they decode, but only to eighths of the picture, and from five of them
 * on that costs more than the whole picture does: those have no fast path in libjpeg-turbo.
 */
const eighths = 8;
const largestShrunk = 4;
/** A step that would be stretched by less than this still looks sharp. */
const tolerance = 0.06;

/** The smallest size at which the whole picture may be decoded and still fill its tile sharply. */
export function decodeSize(picture: Size, tile: Size, fit: PictureFit): Size {
  const scaleX = tile.width / picture.width;
  const scaleY = tile.height / picture.height;
  const scale = fit === 'contain' ? Math.min(scaleX, scaleY) : Math.max(scaleX, scaleY);
  const wanted = Math.max(1, Math.ceil(scale * eighths * (1 - tolerance)));
  const steps = wanted > largestShrunk ? eighths : wanted;
  return {
    width: Math.ceil((picture.width * steps) / eighths),
    height: Math.ceil((picture.height * steps) / eighths),
  };
}
