import type { PictureFit } from '../../domain/view.ts';
import type { DecodedPicture } from './decode-picture.ts';
import { type FittedPicture, fitPicture, type Rectangle, type Size } from './fit-rectangles.ts';
import { type PicturePixels, scalePixels } from './scale-pixels.ts';

const letterbox = '#000000';

/** One opaque canvas with pictures at places. Draws, and keeps no picture. */
export class SurfacePainter {
  private readonly canvas: OffscreenCanvas;
  private readonly context: OffscreenCanvasRenderingContext2D | null;
  private scaled = new ArrayBuffer(0);

  constructor(canvas: OffscreenCanvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
  }

  /** Empties the canvas, as setting its size does by definition. */
  resize(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height) return;
    this.canvas.width = width;
    this.canvas.height = height;
  }

  clear(place: Rectangle): void {
    if (this.context === null) return;
    this.context.fillStyle = letterbox;
    this.context.fillRect(place.x, place.y, place.width, place.height);
  }

  /** @param shape size of the picture as it was sent; the decoded one may be rounded */
  draw(picture: DecodedPicture, shape: Size, place: Rectangle, fit: PictureFit): void {
    const fitted = fitPicture(shape, place, fit);
    if (picture.pixels !== undefined) {
      this.put(picture.pixels, fitted);
      return;
    }
    const { from, to } = fitted;
    this.context?.drawImage(
      picture.source,
      from.x * picture.width,
      from.y * picture.height,
      from.width * picture.width,
      from.height * picture.height,
      to.x,
      to.y,
      to.width,
      to.height,
    );
  }

  private put(pixels: PicturePixels, { from, to }: FittedPicture): void {
    const size = { width: Math.round(to.width), height: Math.round(to.height) };
    if (size.width < 1 || size.height < 1) return;
    const length = 4 * size.width * size.height;
    if (this.scaled.byteLength < length) this.scaled = new ArrayBuffer(length);
    const part = {
      x: from.x * pixels.width,
      y: from.y * pixels.height,
      width: from.width * pixels.width,
      height: from.height * pixels.height,
    };
    scalePixels(pixels, part, size, new Uint32Array(this.scaled, 0, length / 4));
    const bytes = new Uint8ClampedArray(this.scaled, 0, length);
    this.context?.putImageData(
      new ImageData(bytes, size.width, size.height),
      Math.round(to.x),
      Math.round(to.y),
    );
  }
}
