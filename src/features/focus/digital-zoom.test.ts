import { expect, test } from 'vitest';
import { pan, wholePicture, zoomAt } from './digital-zoom.ts';

test('keeps the point under the pointer where it is', () => {
  const zoom = zoomAt(wholePicture, 4, 0.25, 0.75);
  expect(zoom.factor).toBe(4);
  // A point p of the picture lies at x + p * factor.
  expect(zoom.x + 0.25 * 4).toBeCloseTo(0.25);
  expect(zoom.y + 0.75 * 4).toBeCloseTo(0.75);
});

test('stays between the whole picture and ten times', () => {
  expect(zoomAt(wholePicture, 0.5, 0.5, 0.5)).toEqual(wholePicture);
  expect(zoomAt(wholePicture, 100, 0.5, 0.5).factor).toBe(10);
});

test('never shows anything beside the picture', () => {
  const zoom = zoomAt(wholePicture, 2, 0.5, 0.5);
  expect(pan(zoom, 9, -9)).toEqual({ factor: 2, x: 0, y: -1 });
});

test('comes back to the whole picture however it was moved', () => {
  const moved = pan(zoomAt(wholePicture, 5, 0.1, 0.9), 0.3, -0.2);
  expect(zoomAt(moved, 1 / 5, 0.8, 0.2)).toEqual(wholePicture);
});

test('does not move what is not enlarged', () => {
  expect(pan(wholePicture, 0.4, 0.4)).toEqual(wholePicture);
});
