import { describe, expect, it } from 'vitest';
import { loadMpeg4Clip } from './clip-files.ts';
import { readMpeg4Clip } from './mpeg4-clip.ts';

describe('readMpeg4Clip', () => {
  it.each(['cam31', 'cam32', 'cam33'])(
    'reads a minute of %s, a key picture each two seconds',
    (name) => {
      const clip = loadMpeg4Clip(name);
      expect(clip?.framesPerSecond).toBe(4);
      expect(clip?.frames).toHaveLength(240);
      expect(clip?.frames.flatMap(({ key }, index) => (key ? [index] : []))).toEqual(
        Array.from({ length: 30 }, (_, index) => index * 8),
      );
    },
  );

  it('keeps the headers with the picture that follows them', () => {
    const key = [0, 0, 1, 0xb3, 5, 0, 0, 1, 0xb6, 0x10, 7];
    const later = [0, 0, 1, 0xb6, 0x50, 8];
    const clip = readMpeg4Clip(Buffer.from([...key, ...later]), 1000);
    expect(clip?.frames.map(({ body }) => [...body])).toEqual([key, later]);
    expect(clip?.frames.map(({ timestampMs }) => timestampMs)).toEqual([0, 500]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['headers alone', Buffer.of(0, 0, 1, 0xb0, 1)],
    ['a picture that needs another', Buffer.of(0, 0, 1, 0xb6, 0x50, 8)],
  ])('is null for %s', (_, file) => {
    expect(readMpeg4Clip(file, 1000)).toBeNull();
  });
});
