import { expect, test } from 'vitest';
import { type LaidPicture, pictureBox, picturePoint } from './picture-point.ts';

const whole = { factor: 1, x: 0, y: 0 };
const laid = (over: Partial<LaidPicture> = {}): LaidPicture => ({
  picture: { width: 640, height: 480 },
  frame: { width: 1000, height: 480 },
  fit: 'contain',
  zoom: whole,
  ...over,
});

test('points into a picture that lies in the middle of a wider frame', () => {
  expect(picturePoint(500, 240, laid())).toEqual({ x: 0.5, y: 0.5 });
  expect(picturePoint(180, 0, laid())).toEqual({ x: 0, y: 0 });
  expect(picturePoint(820, 480, laid())).toEqual({ x: 1, y: 1 });
  expect(picturePoint(100, 240, laid())).toBeNull();
});

test('points into a picture that is cut to cover its frame, or stretched to it', () => {
  const square = { frame: { width: 480, height: 480 } };
  expect(picturePoint(0, 240, laid({ ...square, fit: 'cover' }))).toEqual({ x: 0.125, y: 0.5 });
  expect(picturePoint(120, 240, laid({ ...square, fit: 'fill' }))).toEqual({ x: 0.25, y: 0.5 });
});

test('points right under the digital zoom', () => {
  // Four times around the middle: the frame shows the quarter of it from 3/8 to 5/8.
  const zoom = { factor: 4, x: -1.5, y: -1.5 };
  const frame = { width: 640, height: 480 };
  expect(picturePoint(0, 0, laid({ frame, zoom }))).toEqual({ x: 0.375, y: 0.375 });
  expect(picturePoint(640, 240, laid({ frame, zoom }))).toEqual({ x: 0.625, y: 0.5 });
});

test('cuts a box where the picture ends, whichever corner it began at', () => {
  expect(pictureBox({ x: 500, y: 480 }, { x: 100, y: 240 }, laid())).toEqual({
    x: 0,
    y: 0.5,
    width: 0.5,
    height: 0.5,
  });
  expect(pictureBox({ x: 0, y: 0 }, { x: 100, y: 480 }, laid())).toBeNull();
});
