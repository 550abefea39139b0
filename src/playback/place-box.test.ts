import { expect, test } from 'vitest';
import { shareBox } from './place-box.ts';

const picture = { width: 1920, height: 1080 };
const pixels = { x: 960, y: 540, width: 480, height: 270, unit: 'pixel' } as const;

test('pixels become shares of the picture that the device meant', () => {
  expect(shareBox(pixels, picture)).toEqual({ x: 0.5, y: 0.5, width: 0.25, height: 0.25 });
});

test('shares stay what they are, whatever the picture', () => {
  const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  expect(shareBox(box, null)).toEqual(box);
});

test.each([
  ['pixels of a picture of unknown size', pixels, null],
  ['what reaches beyond the picture', pixels, { width: 640, height: 360 }],
  ['what has no extent', { ...pixels, width: 0 }, picture],
  ['what begins outside', { ...pixels, x: -5 }, picture],
  ['no number', { ...pixels, x: Number.NaN }, picture],
])('is not drawn: %s', (_, box, size) => {
  expect(shareBox(box, size)).toBeNull();
});
