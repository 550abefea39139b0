import { type Product, runProduct, type SeededDevice } from '../../scripts/run-product.ts';
import { openBarePage } from '../bare-page.ts';
import { startBrowser } from '../browser.ts';
import { countDrawnFrames, drawnFrames } from '../drawn-frames.ts';
import { library } from '../library.ts';
import type { MeasuredPage } from '../measured-page.ts';
import { samplePictures } from '../picture-sampler.ts';
import { coresBusy } from '../process-cpu.ts';
import { atMost, type BenchRow, median, ratioAtMost, shown } from '../row.ts';
import { pause } from '../sources.ts';
import { readyCameras, saveWall } from '../wall-product.ts';

const tiles = 16;
const channels = 8;
/** Of the sub-streams of the simulated recorder. */
const sourceFramesPerSecond = 15;
const settleMs = 12_000;
const watchMs = 30_000;
const lookMs = 5000;
/** Out of step with the frame rate. */
const lookEveryMs = 137;

interface Watched {
  readonly tilesLive: number;
  readonly delayMs: number;
  readonly cores: number;
  readonly droppedShare: number;
}

/** @param shownSoFar pictures of all tiles together since the page was opened */
async function watch(
  page: MeasuredPage,
  browserPid: number,
  shownSoFar: (page: MeasuredPage) => Promise<number>,
): Promise<Watched> {
  await pause(settleMs);
  const before = await shownSoFar(page);
  const startedAt = performance.now();
  const cores = await coresBusy(browserPid, watchMs);
  const after = await shownSoFar(page);
  const seconds = (performance.now() - startedAt) / 1000;
  const seen = await samplePictures(page, lookMs, lookEveryMs);
  return {
    tilesLive: seen.filter(({ pictures }) => pictures > 1).length,
    delayMs: median(seen.flatMap(({ agesMs }) => agesMs)),
    cores,
    droppedShare: Math.max(0, 1 - (after - before) / (seconds * sourceFramesPerSecond * tiles)),
  };
}

async function watchOurs(product: Product, address: string): Promise<Watched> {
  const browser = await startBrowser(product);
  try {
    const page = await browser.open(`${address}?dock=false`, countDrawnFrames);
    return await watch(page, browser.pid, async () => {
      const counts = [...(await drawnFrames(page)).values()];
      return counts.reduce((sum, count) => sum + count, 0);
    });
  } finally {
    await browser.stop();
  }
}

/** The same streams in a bare page of sixteen video elements, with mpegts.js as it comes. */
async function watchDefaults(product: Product, paths: readonly string[]): Promise<Watched> {
  const browser = await startBrowser(product);
  try {
    const style =
      'body{margin:0;display:grid;grid:repeat(4,25vh)/repeat(4,25vw)}video{width:100%;height:100%;object-fit:fill}';
    const html = `<style>${style}</style>${'<video muted autoplay></video>'.repeat(paths.length)}`;
    const page = await openBarePage(browser, product, html, [
      library('mpegts.js/dist/mpegts.js'),
      `const paths = ${JSON.stringify(paths)};
       document.querySelectorAll('video').forEach((video, index) => {
         const url = 'ws://' + location.host + paths[index];
         const player = mpegts.createPlayer({ type: 'flv', isLive: true, url });
         player.attachMediaElement(video); player.load(); player.play();
       })`,
    ]);
    return await watch(page, browser.pid, () =>
      page.evaluate(() =>
        [...document.querySelectorAll('video')].reduce((sum, video) => {
          const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality();
          return sum + totalVideoFrames - droppedVideoFrames;
        }, 0),
      ),
    );
  } finally {
    await browser.stop();
  }
}

async function flvPaths(product: Product): Promise<{ ids: string[]; paths: string[] }> {
  const cameras = await readyCameras(product, tiles);
  const paths = cameras.map(
    ({ id, streams }) => `/ws/flv?camera=${id}&stream=${streams[0]?.id ?? ''}`,
  );
  return { ids: cameras.map(({ id }) => id), paths };
}

/** Sixteen FLV streams on one wall, decoded in its worker, against sixteen players of mpegts.js. */
export async function sixteenTiles(
  recorder: Omit<SeededDevice, 'name' | 'entryTarget'>,
): Promise<readonly BenchRow[]> {
  const product = await runProduct(
    Array.from({ length: tiles }, (_, index) => ({
      ...recorder,
      name: `FLV ${index + 1}`,
      // An address of its own for each tile, or the second device at one would be refused.
      entryTarget: `/live?port=1935&app=live&stream=ch${(index % channels) + 1}sub&tile=${index}`,
    })),
  );
  try {
    const { ids, paths } = await flvPaths(product);
    const ours = await watchOurs(product, await saveWall(product, '16', ids));
    const theirs = await watchDefaults(product, paths);
    const name = `${tiles} FLV tiles by WebCodecs`;
    return [
      shown(`${name}: tiles live`, ours.tilesLive, 'tiles'),
      ratioAtMost(
        `${name}: delay against mpegts.js defaults`,
        ours.delayMs,
        'ms',
        theirs.delayMs,
        0.3,
      ),
      atMost(`${name}: frames dropped`, ours.droppedShare * 100, '%', 2),
      ratioAtMost(`${name}: browser CPU`, ours.cores, 'cores', theirs.cores, 1.1),
      shown(`${tiles} mpegts.js defaults: tiles live`, theirs.tilesLive, 'tiles'),
      shown(`${tiles} mpegts.js defaults: frames dropped`, theirs.droppedShare * 100, '%'),
    ];
  } finally {
    await product.stop();
  }
}
