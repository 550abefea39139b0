import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { standardCameras } from '../scenery/site-cameras.ts';
import { LocalStorage } from './local-storage.ts';
import { drawStoredClip } from './stored-clip.ts';

const [camera] = standardCameras;
if (camera === undefined) throw new TypeError('the site has no standard cameras');
const begun = Date.UTC(2026, 10, 21, 5, 0, 0);

/** Names and contents of the chunks one after the other; lists keep their name in front. */
function chunks(bytes: Buffer): { name: string; content: Buffer }[] {
  const found: { name: string; content: Buffer }[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4);
    const name = bytes.toString('ascii', at, at + 4);
    found.push({ name, content: bytes.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return found;
}

describe('a stored clip', () => {
  const clip = drawStoredClip(camera, begun);

  it('is an AVI whose index leads to ten pictures, each another', async () => {
    const [riff, ...beyond] = chunks(clip);
    expect([riff?.name, riff?.content.toString('ascii', 0, 4), beyond]).toEqual([
      'RIFF',
      'AVI ',
      [],
    ]);
    const [header, movie, index] = chunks(riff?.content.subarray(4) ?? Buffer.alloc(0));
    expect(header?.content.toString('ascii', 0, 4)).toBe('hdrl');
    const content = movie?.content ?? Buffer.alloc(0);
    const entries = index?.content ?? Buffer.alloc(0);
    const pictures = Array.from({ length: entries.length / 16 }, (_, i) => {
      const start = entries.readUInt32LE(i * 16 + 8) + 8;
      return content.subarray(start, start + entries.readUInt32LE(i * 16 + 12));
    });
    expect(pictures).toHaveLength(10);
    expect(new Set(pictures.map((jpeg) => jpeg.toString('base64'))).size).toBe(10);
    const image = await loadImage(pictures[9] ?? Buffer.alloc(0));
    expect([image.width, image.height]).toEqual([320, 240]);
  });

  it('is the same each time it is asked for', () => {
    expect(drawStoredClip(camera, begun).equals(clip)).toBe(true);
  });
});

describe('LocalStorage', () => {
  it('lists the hours before, and writes each file once', () => {
    const written: number[] = [];
    const storage = new LocalStorage(begun + 1, (epochMs) => {
      written.push(epochMs);
      return Buffer.alloc(7);
    });
    const list = (): string => String(storage.answer(new URLSearchParams('action=list')).body);
    expect(list().split('\n').slice(4)).toEqual([
      'A_20261121_030000.avi\t7\t2026-11-21 03:00:00',
      'M_20261121_040000.avi\t7\t2026-11-21 04:00:00',
      '',
    ]);
    list();
    expect(written).toHaveLength(6);
  });
});
