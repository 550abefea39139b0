import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { PictureMaker } from './scenery/picture.ts';
import { networkCameras, recorderCameras } from './scenery/site-cameras.ts';
import { readWatermark, writeWatermark } from './watermark.ts';

const captions = { channel: 'CH1', title: 'Lobby', clock: ':37.4' };

function read(canvas: Canvas): ReturnType<typeof readWatermark> {
  const { width, height } = canvas;
  return readWatermark(
    canvas.getContext('2d').getImageData(0, 0, width, height).data,
    width,
    height,
  );
}

async function throughJpeg(canvas: Canvas, width: number, height: number): Promise<Canvas> {
  const image = await loadImage(canvas.encodeSync('jpeg', 70));
  const copy = createCanvas(width, height);
  copy.getContext('2d').drawImage(image, 0, 0, width, height);
  return copy;
}

describe('watermark', () => {
  it.each([
    ...recorderCameras.map((camera) => ({ camera, width: 1280, height: 720 })),
    ...networkCameras.map((camera) => ({ camera, width: 640, height: 480 })),
  ])('survives JPEG on $camera.name', async ({ camera, width, height }) => {
    const maker = new PictureMaker(camera, width, height);
    for (const millisecondOfMinute of [0, 4321, 43_690, 59_999]) {
      const canvas = maker.draw(millisecondOfMinute, captions);
      const expected = { camera: camera.number, millisecondOfMinute };
      expect(read(canvas)).toEqual(expected);
      expect(read(await throughJpeg(canvas, width, height))).toEqual(expected);
      const third = await throughJpeg(canvas, Math.round(width / 3), Math.round(height / 3));
      expect(read(third)).toEqual(expected);
    }
  });

  it('survives JPEG at the smallest size a camera has', async () => {
    const canvas = createCanvas(320, 240);
    writeWatermark(canvas.getContext('2d'), 320, { camera: 14, millisecondOfMinute: 31_007 });
    expect(read(await throughJpeg(canvas, 320, 240))).toEqual({
      camera: 14,
      millisecondOfMinute: 31_007,
    });
  });

  it('is null on a picture without one', () => {
    expect(read(createCanvas(640, 360))).toBeNull();
    expect(readWatermark(new Uint8Array(16), 640, 360)).toBeNull();
    expect(readWatermark(new Uint8Array(0), 0, 0)).toBeNull();
  });

  it('is null when the time is outside a minute', () => {
    const canvas = createCanvas(640, 360);
    writeWatermark(canvas.getContext('2d'), 640, { camera: 1, millisecondOfMinute: 60_000 });
    expect(read(canvas)).toBeNull();
  });
});
