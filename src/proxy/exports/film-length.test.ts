import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { filmLengthMs } from './film-length.ts';
import { vttOf } from './keep-subtitles.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-film-'));
afterAll(() => rmSync(folder, { recursive: true }));

const box = (type: string, ...content: readonly Buffer[]) => {
  const whole = Buffer.concat([Buffer.alloc(8), ...content]);
  whole.writeUInt32BE(whole.length, 0);
  whole.write(type, 4, 'latin1');
  return whole;
};

function movieHeader(perSecond: number, length: number): Buffer {
  const content = Buffer.alloc(100);
  content.writeUInt32BE(perSecond, 12);
  content.writeUInt32BE(length, 16);
  return box('mvhd', content);
}

function lengthOf(...content: readonly Buffer[]): Promise<number | null> {
  const place = path.join(folder, 'film.mp4');
  writeFileSync(place, Buffer.concat([...content]));
  return filmLengthMs(place);
}

it('reads how long a film lasts, wherever in the file that stands', async () => {
  const movie = box('moov', box('free'), movieHeader(600, 36_000));
  expect(await lengthOf(box('ftyp', Buffer.alloc(8)), movie)).toBe(60_000);
  expect(await lengthOf(box('mdat', Buffer.alloc(5000)), movie)).toBe(60_000);
});

it('reads nothing out of what is no film, is cut off or does not tell', async () => {
  const movie = box('moov', movieHeader(600, 36_000));
  expect(await lengthOf()).toBeNull();
  expect(await lengthOf(Buffer.alloc(64))).toBeNull();
  expect(await lengthOf(movie.subarray(0, 30))).toBeNull();
  expect(await lengthOf(box('moov', movieHeader(0, 1)))).toBeNull();
  expect(await lengthOf(box('moov', movieHeader(600, 0)))).toBeNull();
  expect(await lengthOf(box('mdat'))).toBeNull();
});

it('tells of hours in a minute what time each second shows, and of a film as it is', () => {
  const fromMs = Date.UTC(2026, 10, 20, 12);
  const range = { fromMs, toMs: fromMs + 3_600_000 };
  const texts = (lengthMs: number) =>
    vttOf(range, 'UTC', lengthMs)
      .split('\n')
      .filter((line) => line.startsWith('2026'));
  expect(texts(60_000)).toHaveLength(60);
  expect(texts(60_000)[10]).toContain('12:10:00');
  expect(texts(3_500_000)[10]).toContain('12:00:10');
});
