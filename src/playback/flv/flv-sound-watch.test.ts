import { describe, expect, it } from 'vitest';
import { FlvSoundWatch } from './flv-sound-watch.ts';

const header = [0x46, 0x4c, 0x56, 1, 5, 0, 0, 0, 9, 0, 0, 0, 0];

function tag(type: number, body: readonly number[]): number[] {
  const size = [body.length >> 16, (body.length >> 8) & 255, body.length & 255];
  return [type, ...size, 0, 0, 0, 0, 0, 0, 0, ...body, 0, 0, 0, body.length + 11];
}

const video = tag(9, [0x17, 1, 0, 0, 0, ...Array.from({ length: 300 }, (_, at) => at & 255)]);
const script = tag(18, [2, 0, 10]);
const sound = (format: number) => tag(8, [(format << 4) | 0x0f, 0, 0x12, 0x10]);

function found(tags: readonly number[][], pieceBytes: number): number {
  let times = 0;
  const watch = new FlvSoundWatch(() => {
    times += 1;
  });
  const all = Uint8Array.from([header, ...tags].flat());
  for (let at = 0; at < all.length; at += pieceBytes) watch.push(all.subarray(at, at + pieceBytes));
  return times;
}

describe('sound in a passing FLV stream', () => {
  it.each([1, 2, 11, 12, 13, 100, 10_000])('is found once, in pieces of %i bytes', (pieceBytes) => {
    expect(found([script, video, video, sound(10), video, sound(10)], pieceBytes)).toBe(1);
    expect(found([sound(2), video], pieceBytes)).toBe(1);
  });

  it.each([
    ['there is none', [script, video, video]],
    ['no browser decodes it: G.711 A-law', [video, sound(7)]],
    ['no browser decodes it: G.711 µ-law', [video, sound(8), video]],
  ])('is not found where %s', (_, tags) => {
    expect([1, 64, 10_000].map((pieceBytes) => found(tags, pieceBytes))).toEqual([0, 0, 0]);
  });
});
