import type { Product } from '../../scripts/run-product.ts';
import { startBrowser } from '../browser.ts';
import { countDrawnFrames, drawnFrames } from '../drawn-frames.ts';
import { serveImagePage } from '../image-page.ts';
import { type SeenTile, samplePictures } from '../picture-sampler.ts';
import { coresBusy } from '../process-cpu.ts';
import { atLeast, atMost, type BenchRow, median, quantile, ratioAtMost, shown } from '../row.ts';
import { pause, startMjpegSource } from '../sources.ts';
import { readyCameras, runWall, saveWall } from '../wall-product.ts';

const settleMs = 6000;
const lookMs = 5000;
/** Out of step with every frame rate. */
const lookEveryMs = 137;
const cpuMs = 12_000;
const leastShare = 0.95;

interface Measured {
  readonly tilesLive: number;
  /** Of the slowest tile. */
  readonly framesPerSecond: number;
  readonly ageMs: number;
  readonly cores: number;
}

function agesOf(seen: readonly SeenTile[]): number {
  return median(seen.flatMap(({ agesMs }) => agesMs));
}

/** Opens a wall in a fresh browser and lets it settle; counts, and looks only now and then. */
async function measureWall(
  product: Product,
  address: string,
  meanwhile?: () => Promise<void>,
): Promise<Measured> {
  const browser = await startBrowser(product);
  try {
    const page = await browser.open(address, countDrawnFrames);
    await pause(settleMs);
    const before = await drawnFrames(page);
    const startedAt = performance.now();
    const [cores] = await Promise.all([coresBusy(browser.pid, cpuMs), meanwhile?.()]);
    const after = await drawnFrames(page);
    const seconds = (performance.now() - startedAt) / 1000;
    // Reports come four times a second, so a count is a quarter of a second old at most.
    const rates = [...after].map(([tile, count]) => (count - (before.get(tile) ?? 0)) / seconds);
    const seen = await samplePictures(page, lookMs, lookEveryMs);
    return {
      tilesLive: seen.filter(({ pictures }) => pictures > 1).length,
      framesPerSecond: Math.min(...rates),
      ageMs: agesOf(seen),
      cores,
    };
  } finally {
    await browser.stop();
  }
}

/** The same for a page of `<img>`, whose pictures only the screen can tell. */
async function measureImages(address: string): Promise<Measured> {
  const browser = await startBrowser();
  try {
    const page = await browser.open(address);
    await pause(settleMs);
    const cores = await coresBusy(browser.pid, cpuMs);
    const ageMs = agesOf(await samplePictures(page, lookMs, lookEveryMs));
    const seen = await samplePictures(page, lookMs);
    const rates = seen.map(({ pictures }) => pictures / (lookMs / 1000));
    return {
      tilesLive: rates.filter((rate) => rate > 0).length,
      framesPerSecond: Math.min(...rates),
      ageMs,
      cores,
    };
  } finally {
    await browser.stop();
  }
}

/** The list of cameras would take a fifth of the screen that `<img>` has to itself. */
const withoutDock = (address: string) => `${address}?dock=false`;

async function apiLatencies(product: Product): Promise<number[]> {
  const latencies: number[] = [];
  for (let call = 0; call < 60; call += 1) {
    const startedAt = performance.now();
    await (await product.ask('/api/cameras')).arrayBuffer();
    latencies.push(performance.now() - startedAt);
    await pause(100);
  }
  return latencies;
}

async function plainHttpRow(port: number, tiles: number): Promise<BenchRow[]> {
  const images = await serveImagePage(`http://127.0.0.1:${port}`, tiles);
  const browser = await startBrowser();
  try {
    const page = await browser.open(images.address);
    await pause(settleMs);
    const seen = await samplePictures(page, 1000);
    const live = seen.filter(({ pictures }) => pictures > 0).length;
    const callHangs = await page.evaluate(
      (address) =>
        fetch(address, { signal: AbortSignal.timeout(3000) }).then(
          () => 0,
          () => 1,
        ),
      `http://127.0.0.1:${port}/connections`,
    );
    return [
      shown('plain <img> over HTTP/1.1: tiles that show anything', live, `of ${tiles}`),
      shown('plain <img> over HTTP/1.1: API call hangs', callHangs, '(1 = yes)'),
    ];
  } finally {
    await browser.stop();
    images.stop();
  }
}

async function comparison(): Promise<BenchRow[]> {
  const tiles = 36;
  const fps = 10;
  const source = await startMjpegSource(fps, 640, 360);
  const product = await runWall(source.value.http, tiles);
  const images = await serveImagePage(`https://127.0.0.1:${source.value.http2}`, tiles);
  try {
    const cameras = await readyCameras(product, tiles);
    const address = await saveWall(
      product,
      '36',
      cameras.map(({ id }) => id),
    );
    let latencies: number[] = [];
    const ours = await measureWall(product, withoutDock(address), async () => {
      latencies = await apiLatencies(product);
    });
    const theirs = await measureImages(images.address);
    return [
      atLeast('36 tiles at 10 fps: tiles live', ours.tilesLive, 'tiles', tiles),
      atLeast('36 tiles at 10 fps: slowest tile', ours.framesPerSecond, 'fps', fps * leastShare),
      ratioAtMost('36 tiles: picture age, median', ours.ageMs, 'ms', theirs.ageMs, 0.5),
      ratioAtMost('36 tiles: browser CPU', ours.cores, 'cores', theirs.cores, 0.4),
      atMost('36 tiles: API call meanwhile, p95', quantile(latencies, 0.95), 'ms', 300),
      shown('<img> over HTTP/2: slowest tile', theirs.framesPerSecond, 'fps'),
      ...(await plainHttpRow(source.value.http, tiles)),
    ];
  } finally {
    images.stop();
    await product.stop();
    await source.stop();
  }
}

async function capacity(tiles: number, fps: number): Promise<BenchRow[]> {
  const source = await startMjpegSource(fps, 640, 360);
  const product = await runWall(source.value.http, tiles);
  try {
    const cameras = await readyCameras(product, tiles);
    const address = await saveWall(
      product,
      String(tiles),
      cameras.map(({ id }) => id),
    );
    const { framesPerSecond, cores } = await measureWall(product, withoutDock(address));
    const name = `${tiles} tiles at ${fps} fps`;
    return [
      atLeast(`${name}: slowest tile`, framesPerSecond, 'fps', fps * leastShare),
      shown(`${name}: browser CPU`, cores, 'cores'),
    ];
  } finally {
    await product.stop();
    await source.stop();
  }
}

/** MJPEG walls: against what a browser does by itself, and how far they go. */
export async function wallTheme(): Promise<readonly BenchRow[]> {
  return [...(await comparison()), ...(await capacity(64, 25)), ...(await capacity(100, 10))];
}
