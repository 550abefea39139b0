import type { Rectangle, Size } from './fit-rectangles.ts';

/** A picture in memory, four bytes a pixel. */
export interface PicturePixels extends Size {
  readonly words: Uint32Array;
}

/** Four bytes at once: half of both, without a carry from one byte into the next. */
const lowestBits = 0xfefefefe;

/**
 * Scales a part of a picture to `size`, into `target`. Each pixel is the mean of up to four around
 * its place: as good as the eye asks of a moving picture, at half the cost of exact weights.
 * @param from pixels of the picture
 */
export function scalePixels(
  { words, width, height }: PicturePixels,
  from: Rectangle,
  size: Size,
  target: Uint32Array,
): void {
  const columns = nearestPairs(from.x, from.width, size.width, width);
  const rows = nearestPairs(from.y, from.height, size.height, height);
  for (let y = 0; y < size.height; y += 1) {
    const upper = (rows[2 * y] ?? 0) * width;
    const lower = (rows[2 * y + 1] ?? 0) * width;
    const line = target.subarray(y * size.width, (y + 1) * size.width);
    if (upper === lower) takeLine(words, upper, columns, line);
    else mixLines(words, upper, lower, columns, line);
  }
}

function takeLine(words: Uint32Array, row: number, columns: Int32Array, line: Uint32Array): void {
  for (let x = 0; x < line.length; x += 1) {
    const left = words[row + (columns[2 * x] ?? 0)] ?? 0;
    line[x] = mean(left, words[row + (columns[2 * x + 1] ?? 0)] ?? 0);
  }
}

function mixLines(
  words: Uint32Array,
  upper: number,
  lower: number,
  columns: Int32Array,
  line: Uint32Array,
): void {
  for (let x = 0; x < line.length; x += 1) {
    const left = columns[2 * x] ?? 0;
    const right = columns[2 * x + 1] ?? 0;
    const top = mean(words[upper + left] ?? 0, words[upper + right] ?? 0);
    const bottom = mean(words[lower + left] ?? 0, words[lower + right] ?? 0);
    line[x] = mean(top, bottom);
  }
}

function mean(a: number, b: number): number {
  return (a & b) + (((a ^ b) & lowestBits) >>> 1);
}

/** For each of `count` places the two pixels it lies between, or one of them twice where it is near. */
function nearestPairs(start: number, length: number, count: number, limit: number): Int32Array {
  const pairs = new Int32Array(2 * count);
  const step = length / count;
  const last = limit - 1;
  for (let n = 0; n < count; n += 1) {
    const place = start + (n + 0.5) * step - 0.5;
    pairs[2 * n] = Math.max(0, Math.min(last, Math.floor(place + 0.25)));
    pairs[2 * n + 1] = Math.max(0, Math.min(last, Math.ceil(place - 0.25)));
  }
  return pairs;
}
