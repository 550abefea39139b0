import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { View } from '../motors/view.ts';
import { PictureMaker } from '../scenery/picture.ts';
import { networkCameras, standardCameras } from '../scenery/site-cameras.ts';

const captions = { channel: 'CAM', title: '', clock: '' };
const width = 320;
const height = 240;
const rest: View = { pan: 0, tilt: 0, magnification: 1 };
const second = 8000;

function maker(number: number): PictureMaker {
  const camera = [...networkCameras, ...standardCameras].find((one) => one.number === number);
  if (camera === undefined) throw new TypeError(`there is no camera ${number}`);
  return new PictureMaker(camera, width, height);
}

/** Brightness of a row of the picture, from the left. */
function row(pixels: Uint8ClampedArray, y: number): number[] {
  return Array.from({ length: width }, (_, x) => {
    const at = (y * width + x) * 4;
    return (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
  });
}

/** How far, in pixels, the second row is the first one moved to the left. */
function shift(before: readonly number[], after: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let by = -120; by <= 120; by += 1) {
    let sum = 0;
    for (let x = 120; x < width - 120; x += 1)
      sum += Math.abs((before[x + by] ?? 0) - (after[x] ?? 0));
    if (sum < least) [best, least] = [by, sum];
  }
  return best;
}

function pixelsOf(one: PictureMaker, view: View): Uint8ClampedArray {
  const canvas = one.draw(second, captions, undefined, view);
  return canvas.getContext('2d').getImageData(0, 0, width, height).data;
}

describe('a turned picture', () => {
  it('moves to the left while the camera turns to the right', () => {
    const yard = maker(14);
    const focalPixels = height * 0.95;
    const y = 110;
    const before = row(pixelsOf(yard, rest), y);
    const after = row(pixelsOf(yard, { ...rest, pan: 10 }), y);
    const expected = focalPixels * Math.tan((10 * Math.PI) / 180);
    expect(Math.abs(shift(before, after) - expected)).toBeLessThan(6);
  });

  it('is at home exactly what it was before it turned', async () => {
    const roof = maker(11);
    const before = roof.draw(second, captions).encodeSync('jpeg', 75);
    roof.draw(second, captions, undefined, { pan: 30, tilt: -5, magnification: 3 });
    expect(roof.draw(second, captions).encodeSync('jpeg', 75)).toEqual(before);
    const image = await loadImage(before);
    expect([image.width, image.height]).toEqual([width, height]);
  });

  it('enlarges its middle when the lens zooms in', () => {
    const tower = maker(41);
    const wide = createCanvas(width, height).getContext('2d');
    const far = pixelsOf(tower, { ...rest, magnification: 4 });
    const near = createCanvas(width, height);
    near.getContext('2d').drawImage(tower.draw(second, captions, undefined, rest), 0, 0);
    wide.drawImage(
      near,
      (3 * width) / 8,
      (3 * height) / 8,
      width / 4,
      height / 4,
      0,
      0,
      width,
      height,
    );
    const enlarged = wide.getImageData(0, 0, width, height).data;
    const difference = (other: Uint8ClampedArray): number => {
      const [one, two] = [row(far, 100), row(other, 100)];
      return one.reduce((sum, value, x) => sum + Math.abs(value - (two[x] ?? 0)), 0);
    };
    expect(difference(enlarged)).toBeLessThan(difference(pixelsOf(tower, rest)) * 0.7);
  });
});
