import { expect, test } from 'vitest';
import type { CameraView } from '../../api/camera.ts';
import { noCapabilities, noOffers } from '../../domain/camera.ts';
import { viewOfAll } from './first-view.ts';

const cameras = (count: number): CameraView[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${count - index}`,
    deviceId: 'd',
    deviceName: 'Recorder',
    number: count - index,
    name: 'Camera',
    state: 'connected',
    stateSinceMs: 0,
    streams: [],
    hasSnapshot: false,
    hasPictureSettings: false,
    offers: noOffers,
    capabilities: noCapabilities,
  }));

test.each([
  [1, '1'],
  [2, '4'],
  [5, '6'],
  [12, '12'],
  [13, '16'],
  [36, '36'],
])('gives %i cameras the smallest layout that holds them', (count, layout) => {
  expect(viewOfAll('Wall', cameras(count)).layout).toBe(layout);
});

test('orders the cameras by number', () => {
  expect(viewOfAll('Wall', cameras(3)).cells.map((cell) => cell?.cameraId)).toEqual([
    'c1',
    'c2',
    'c3',
  ]);
});

test('leaves out what no layout holds', () => {
  const { cells } = viewOfAll('Wall', cameras(150));
  expect(cells.length).toBeLessThanOrEqual(100);
  expect(cells[0]?.cameraId).toBe('c1');
});
