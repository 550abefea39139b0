import { describe, expect, it } from 'vitest';
import { loadClip } from './clip-files.ts';
import { lengthPrefixed } from './flv-clip.ts';
import { Mp4Film } from './mp4-film.ts';
import { mp4Head } from './mp4-writer.ts';

const clip = loadClip('ch2main');
if (clip === null) throw new TypeError('the clip is missing');
const size = [1280, 720] as const;
const startMs = Date.UTC(2026, 10, 21, 5, 47, 50);
const { framesPerSecond } = clip;

function bytesOf(film: Mp4Film, first = 0, last = film.length - 1): Buffer {
  return Buffer.concat([...film.bytes(first, last)]);
}

describe('Mp4Film', () => {
  it.each([
    ['over the end of the minute', startMs, 25],
    ['of many rounds of its clip', startMs, 300],
    ['shorter than its clip', startMs - 40_000, 7],
  ])('is as long as it says, %s', (_, from, seconds) => {
    const film = new Mp4Film(clip, size, from, seconds);
    expect(bytesOf(film)).toHaveLength(film.length);
  });

  it('holds the pictures of its seconds of the minute behind its index', () => {
    const film = new Mp4Film(clip, size, startMs, 20);
    const first = 50 * framesPerSecond;
    const shown = [...clip.frames.slice(first), ...clip.frames.slice(0, 10 * framesPerSecond)];
    const whole = Buffer.concat([mp4Head(clip, shown, size), ...shown.map(lengthPrefixed)]);
    expect(bytesOf(film).equals(whole)).toBe(true);
  });

  it('begins with the key picture before where no picture begins at its instant', () => {
    const film = new Mp4Film(clip, size, startMs + 700, 20);
    expect(bytesOf(film).equals(bytesOf(new Mp4Film(clip, size, startMs, 20)))).toBe(true);
  });

  it('gives any part of itself, in pieces', () => {
    const film = new Mp4Film(clip, size, startMs, 60);
    const whole = bytesOf(film);
    for (const [first, last] of [
      [0, 0],
      [0, 99],
      [whole.length - 1, whole.length - 1],
      [1000, 300_000],
      [whole.length - 70_000, whole.length - 1],
    ] as const) {
      expect(bytesOf(film, first, last).equals(whole.subarray(first, last + 1))).toBe(true);
    }
    const pieces = [...film.bytes(0, film.length - 1)];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
    expect(pieces.length).toBeGreaterThan(8);
  });
});
