import type { MeasuredPage } from './measured-page.ts';

/** What was seen of one tile: how many different pictures, and how old each look found it. */
export interface SeenTile {
  readonly pictures: number;
  readonly agesMs: readonly number[];
}

/**
 * Runs in the page. At each look it copies the machine-readable strip of every tile (26
 * cells along the top edge: white, black, 8 bits of camera, 16 bits of the millisecond within the
 * minute) into one row of a small canvas and reads that canvas once.
 */
async function samplePage([durationMs, everyMs]: [number, number]): Promise<SeenTile[]> {
  const cells = 26;
  const cellShare = 1 / 80;
  interface Place {
    readonly source: CanvasImageSource;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  }
  const places = (): Place[] => {
    const images = [...document.querySelectorAll<HTMLImageElement>('img[crossorigin]')];
    const videos = [...document.querySelectorAll('video')];
    if (images.length + videos.length > 0) {
      return [
        ...images.map((source) => ({ source, x: 0, y: 0, width: source.naturalWidth })),
        ...videos.map((source) => ({ source, x: 0, y: 0, width: source.videoWidth })),
      ];
    }
    const canvas = document.querySelector('canvas');
    if (!canvas) return [];
    const frame = canvas.getBoundingClientRect();
    const scale = canvas.width / frame.width;
    return [...document.querySelectorAll('[data-camera]')].map((tile) => {
      const box = tile.getBoundingClientRect();
      return {
        source: canvas,
        x: (box.left - frame.left) * scale,
        y: (box.top - frame.top) * scale,
        width: box.width * scale,
      };
    });
  };
  const spots = places();
  // Reading another canvas costs a copy of all of it, however small the piece: one copy a look.
  const shared = spots[0]?.source instanceof HTMLCanvasElement ? spots[0].source : null;
  const copy = document.createElement('canvas');
  copy.width = shared?.width ?? 1;
  copy.height = shared?.height ?? 1;
  const copyBrush = copy.getContext('2d', { willReadFrequently: true });
  const scratch = document.createElement('canvas');
  scratch.width = cells;
  scratch.height = spots.length;
  const brush = scratch.getContext('2d', { willReadFrequently: true });
  if (!brush || !copyBrush) return [];
  brush.imageSmoothingEnabled = false;
  const seen = spots.map(() => ({ last: -1, pictures: 0, agesMs: [] as number[] }));
  const look = () => {
    if (shared) copyBrush.drawImage(shared, 0, 0);
    spots.forEach(({ source, x, y, width }, row) => {
      const cell = width * cellShare;
      const from = shared ? copy : source;
      if (cell > 0) brush.drawImage(from, x, y + cell / 2, cell * cells, 1, 0, row, cells, 1);
    });
    const pixels = brush.getImageData(0, 0, cells, spots.length).data;
    const now = Date.now() % 60_000;
    seen.forEach((tile, row) => {
      let value = 0;
      for (let cell = 0; cell < cells; cell += 1) {
        value = value * 2 + ((pixels[(row * cells + cell) * 4 + 1] ?? 0) > 127 ? 1 : 0);
      }
      const synchronised = Math.floor(value / 2 ** 24) === 2;
      if (!synchronised) return;
      const drawnAt = value % 65_536;
      if (drawnAt !== tile.last) tile.pictures += 1;
      tile.last = drawnAt;
      tile.agesMs.push((now - drawnAt + 60_000) % 60_000);
    });
  };
  const endsAt = performance.now() + durationMs;
  while (performance.now() < endsAt) {
    look();
    await new Promise<unknown>((next) => {
      if (everyMs === 0) requestAnimationFrame(next);
      else setTimeout(next, everyMs);
    });
  }
  return seen.map(({ pictures, agesMs }) => ({ pictures, agesMs }));
}

/**
 * Looks at every tile of the page for a while.
 * @param everyMs pause between two looks; 0 looks at each animation frame, which alone counts all
 *   pictures but slows down a page that is busy
 */
export function samplePictures(
  page: MeasuredPage,
  durationMs: number,
  everyMs = 0,
): Promise<SeenTile[]> {
  return page.evaluate(samplePage, [durationMs, everyMs] as [number, number]);
}
