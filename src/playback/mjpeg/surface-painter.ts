import type { PictureFit } from '../../domain/view.ts';
import type { DecodedPicture } from './decode-picture.ts';
import { fitPicture, type Rectangle, type Size } from './fit-rectangles.ts';

const letterbox = '#000000';

/** One opaque canvas with pictures at places. Draws, and keeps nothing. */
export class SurfacePainter {
  private readonly canvas: OffscreenCanvas;
  private readonly context: OffscreenCanvasRenderingContext2D | null;

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
    const { from, to } = fitPicture(shape, place, fit);
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
}
