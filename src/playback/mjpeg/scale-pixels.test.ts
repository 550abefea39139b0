import { describe, expect, it } from 'vitest';
import { type PicturePixels, scalePixels } from './scale-pixels.ts';

const grey = (level: number) => ((0xff << 24) | (level << 16) | (level << 8) | level) >>> 0;

/** A picture whose levels rise by `step` from column to column. */
function ramp(width: number, height: number, step: number): PicturePixels {
  const words = Uint32Array.from({ length: width * height }, (_, at) => grey((at % width) * step));
  return { words, width, height };
}

function scaled(
  picture: PicturePixels,
  width: number,
  height: number,
  from = { x: 0, y: 0, width: picture.width, height: picture.height },
): number[] {
  const target = new Uint32Array(width * height);
  scalePixels(picture, from, { width, height }, target);
  return [...target];
}

describe('scalePixels', () => {
  it('leaves a picture of the right size as it is', () => {
    const picture = ramp(16, 4, 10);
    expect(scaled(picture, 16, 4)).toEqual([...picture.words]);
  });

  it('halves by the mean of four', () => {
    expect(scaled(ramp(4, 2, 20), 2, 1)).toEqual([grey(10), grey(50)]);
  });

  it('enlarges without going beyond the edges', () => {
    const levels = scaled(ramp(2, 1, 100), 4, 2).map((word) => word & 0xff);
    expect(levels).toEqual([0, 0, 100, 100, 0, 0, 100, 100]);
  });

  it('takes the part that is asked for', () => {
    const part = { x: 4, y: 1, width: 2, height: 2 };
    expect(scaled(ramp(8, 4, 10), 2, 2, part)).toEqual([grey(40), grey(50), grey(40), grey(50)]);
  });

  it('stays within a level and a half of exact weights on a gentle slope', () => {
    const levels = scaled(ramp(120, 2, 2), 90, 2).map((word) => word & 0xff);
    for (const [x, level] of levels.slice(0, 90).entries()) {
      expect(Math.abs(level - ((x + 0.5) * (120 / 90) - 0.5) * 2)).toBeLessThanOrEqual(1.5);
    }
  });

  it('keeps opaque what is opaque', () => {
    expect(scaled(ramp(7, 5, 30), 5, 3).every((word) => word >>> 24 === 0xff)).toBe(true);
  });
});
