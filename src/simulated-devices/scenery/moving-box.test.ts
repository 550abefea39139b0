import { describe, expect, it } from 'vitest';
import { movingBox } from './moving-box.ts';
import { networkCameras, recorderCameras, videoServerCameras } from './site-cameras.ts';

const cameras = [...recorderCameras, ...networkCameras, ...videoServerCameras];

describe('what moves before a camera', () => {
  it.each(cameras.map((camera) => [camera.name, camera] as const))(
    'of %s lies within its picture and is not all of it',
    (_, camera) => {
      for (const second of [0, 9, 31]) {
        const { x, y, width, height } = movingBox(camera, second * 1000);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.min(width, height)).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(1);
        expect(y + height).toBeLessThanOrEqual(1);
        expect(width).toBeLessThan(0.7);
      }
    },
  );

  it('is the car that stands at the gate', () => {
    const [gate] = recorderCameras;
    const box = gate === undefined ? undefined : movingBox(gate, 9000);
    expect(box?.x).toBeLessThan(0.2);
    expect(box?.height).toBeGreaterThan(0.4);
  });
});
