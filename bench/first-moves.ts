import type { MeasuredBrowser } from './browser.ts';
import type { MeasuredPage } from './measured-page.ts';
import { pause } from './sources.ts';

const patienceMs = 20_000;
const lookEveryMs = 100;

/**
 * Runs in the page before anything else: samples the middle of each tile, from its video or from
 * the canvas below it, and notes when the second different picture was there, ms since navigation.
 */
function noteFirstMoves(everyMs: number): void {
  const size = 24;
  const scratch = document.createElement('canvas');
  scratch.width = size;
  scratch.height = size;
  const brush = scratch.getContext('2d', { willReadFrequently: true });
  const seen = new Map<Element, { first: string; movedAtMs: number | null }>();
  const pictureOf = (tile: Element): string => {
    const video = tile.querySelector('video');
    const canvas = document.querySelector('canvas');
    if (!brush || (!video && !canvas)) return '';
    brush.clearRect(0, 0, size, size);
    if (video && video.videoWidth > 0) {
      brush.drawImage(video, 0, 0, size, size);
    } else if (canvas) {
      const frame = canvas.getBoundingClientRect();
      const box = tile.getBoundingClientRect();
      const scale = canvas.width / frame.width;
      const [x, y] = [(box.left - frame.left) * scale, (box.top - frame.top) * scale];
      brush.drawImage(canvas, x, y, box.width * scale, box.height * scale, 0, 0, size, size);
    }
    const pixels = brush.getImageData(0, 0, size, size).data;
    const lit = pixels.some((value, index) => index % 4 !== 3 && value > 40);
    return lit ? pixels.join() : '';
  };
  setInterval(() => {
    for (const tile of document.querySelectorAll('[data-camera]')) {
      const known = seen.get(tile);
      if (known?.movedAtMs != null) continue;
      const picture = pictureOf(tile);
      if (picture === '') continue;
      if (!known) seen.set(tile, { first: picture, movedAtMs: null });
      else if (picture !== known.first) known.movedAtMs = performance.now();
    }
    const moved = [...seen.values()].flatMap(({ movedAtMs }) => movedAtMs ?? []);
    document.documentElement.dataset.moves = moved.join();
  }, everyMs);
}

async function movesOf(page: MeasuredPage): Promise<number[]> {
  const noted = await page.evaluate(() => document.documentElement?.dataset.moves ?? '');
  return noted.split(',').filter(Boolean).map(Number);
}

/** @returns ms from navigation to the second different picture, for each tile */
export async function watchFirstMoves(
  browser: MeasuredBrowser,
  address: string,
  tiles: number,
): Promise<number[]> {
  const page = await browser.open(address, { script: noteFirstMoves, argument: lookEveryMs });
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const moves = await movesOf(page);
    if (moves.length >= tiles) return moves;
    if (performance.now() > deadline) {
      const missing = Array.from({ length: tiles - moves.length }, () => patienceMs);
      return [...moves, ...missing];
    }
    await pause(lookEveryMs);
  }
}
