import { describe, expect, it } from 'vitest';
import { decodeSize, fitPicture } from './fit-rectangles.ts';

const picture = { width: 640, height: 360 };
const square = { x: 10, y: 20, width: 200, height: 200 };
const whole = { x: 0, y: 0, width: 1, height: 1 };

describe('fitPicture', () => {
  it('contains the whole picture, centred', () => {
    expect(fitPicture(picture, square, 'contain')).toEqual({
      from: whole,
      to: { x: 10, y: 63, width: 200, height: 113 },
    });
  });

  it('crops the middle to cover the tile', () => {
    const { from, to } = fitPicture(picture, square, 'cover');
    expect(to).toEqual(square);
    expect(from.width).toBeCloseTo(360 / 640);
    expect(from.x).toBeCloseTo((1 - 360 / 640) / 2);
    expect(from).toMatchObject({ y: 0, height: 1 });
  });

  it('stretches to fill', () => {
    expect(fitPicture(picture, square, 'fill')).toEqual({ from: whole, to: square });
  });
});

describe('decodeSize', () => {
  it('takes the step of an eighth that is at least as large as the tile', () => {
    expect(decodeSize(picture, { width: 213, height: 120 }, 'contain')).toEqual({
      width: 240,
      height: 135,
    });
    expect(decodeSize(picture, { width: 320, height: 180 }, 'contain')).toEqual({
      width: 320,
      height: 180,
    });
  });

  it('accepts a step that is nearly large enough', () => {
    expect(decodeSize(picture, { width: 330, height: 186 }, 'contain').width).toBe(320);
  });

  it('never enlarges, and never asks for nothing', () => {
    expect(decodeSize(picture, { width: 1920, height: 1080 }, 'cover')).toEqual(picture);
    expect(decodeSize(picture, { width: 1, height: 1 }, 'fill')).toEqual({ width: 80, height: 45 });
  });

  it('covers with the longer side', () => {
    expect(decodeSize(picture, { width: 90, height: 180 }, 'cover').height).toBe(180);
  });
});
