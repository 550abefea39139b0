import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { readWatermark } from '../../src/simulated-devices/watermark.ts';

/** What one tile showed at one moment, pixels of the screen. */
export interface TilePicture {
  readonly name: string;
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const pictureShapes = [16 / 9, 4 / 3];

/** Reads what every tile of the page shows, from one screenshot. */
export async function readTiles(page: Page): Promise<TilePicture[]> {
  const boxes = await page.locator('[data-camera]').evaluateAll((tiles) =>
    tiles.map((tile) => {
      const { x, y, width, height } = tile.getBoundingClientRect();
      return { name: tile.getAttribute('data-camera') ?? '', x, y, width, height };
    }),
  );
  const image = await loadImage(await page.screenshot({ animations: 'allow' }));
  const canvas = createCanvas(image.width, image.height);
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  return boxes.map(({ name, x, y, width, height }) => {
    const [left, top, w, h] = [x, y, width, height].map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
    return { name, pixels: brush.getImageData(left, top, w, h).data, width: w, height: h };
  });
}

/** The part of a tile that a whole picture of this shape fills. */
function fitted(tile: TilePicture, shape: number): TilePicture {
  const width = Math.min(tile.width, Math.round(tile.height * shape));
  const height = Math.min(tile.height, Math.round(tile.width / shape));
  const left = Math.floor((tile.width - width) / 2);
  const top = Math.floor((tile.height - height) / 2);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * tile.width + left) * 4;
    pixels.set(tile.pixels.subarray(from, from + width * 4), row * width * 4);
  }
  return { name: tile.name, pixels, width, height };
}

/**
 * Which camera a tile really shows and when its picture was drawn; null where none can be read.
 * @param claimed the number that the tile should show: a bright corner of a scene can look like the
 *   strip of a picture of another shape, so a strip that bears this number is believed first
 */
export function watermarkOf(tile: TilePicture, claimed?: number): ReturnType<typeof readWatermark> {
  const marks = pictureShapes.flatMap((shape) => {
    const { pixels, width, height } = fitted(tile, shape);
    return readWatermark(pixels, width, height) ?? [];
  });
  return marks.find(({ camera }) => camera === claimed) ?? marks[0] ?? null;
}

/** Share of the pixels in the middle of the tile, away from captions, that changed visibly. */
export function changedShare(before: TilePicture, after: TilePicture): number {
  const { width, height } = before;
  let looked = 0;
  let changed = 0;
  for (let y = Math.floor(height * 0.1); y < height * 0.8; y += 2) {
    for (let x = Math.floor(width * 0.05); x < width * 0.95; x += 2) {
      const at = (y * width + x) * 4;
      const difference = [0, 1, 2].reduce(
        (sum, channel) =>
          sum + Math.abs((before.pixels[at + channel] ?? 0) - (after.pixels[at + channel] ?? 0)),
        0,
      );
      looked += 1;
      if (difference > 40) changed += 1;
    }
  }
  return looked === 0 ? 0 : changed / looked;
}
