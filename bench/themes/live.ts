import { type Product, runProduct, runSite } from '../../scripts/run-product.ts';
import { openBarePage } from '../bare-page.ts';
import { startBrowser } from '../browser.ts';
import { library } from '../library.ts';
import type { MeasuredPage } from '../measured-page.ts';
import { samplePictures } from '../picture-sampler.ts';
import { atMost, type BenchRow, median, ratioAtMost, shown } from '../row.ts';
import { pause } from '../sources.ts';
import { readyCameras, saveWall } from '../wall-product.ts';
import { sixteenTiles } from './live-many.ts';

const settleMs = 12_000;
const lookMs = 4000;
const minuteMs = 60_000;
/** `--long` watches for the ten minutes of the target; otherwise one minute shows the trend. */
const watchMinutes = process.argv.includes('--long') ? 10 : 1;

/** Two looks at a steady stream differ by this much: HLS swings with its one-second segments. */
const steadyMs = { hls: 400, flv: 100 } as const;

interface Delay {
  readonly delayMs: number;
  readonly laterDelayMs: number;
  readonly droppedShare: number;
}

async function delayOf(page: MeasuredPage): Promise<number> {
  const [seen] = await samplePictures(page, lookMs);
  return median(seen?.agesMs ?? []);
}

async function watch(page: MeasuredPage): Promise<Delay> {
  await pause(settleMs);
  const delayMs = await delayOf(page);
  const before = await quality(page);
  await pause(watchMinutes * minuteMs);
  const after = await quality(page);
  return {
    delayMs,
    laterDelayMs: await delayOf(page),
    droppedShare: (after.dropped - before.dropped) / (after.total - before.total),
  };
}

function quality(page: MeasuredPage): Promise<{ dropped: number; total: number }> {
  return page.evaluate(() => {
    const quality = document.querySelector('video')?.getVideoPlaybackQuality();
    return { dropped: quality?.droppedVideoFrames ?? 0, total: quality?.totalVideoFrames ?? 0 };
  });
}

async function ourDelay(product: Product, address: string): Promise<Delay> {
  const browser = await startBrowser(product);
  try {
    return await watch(await browser.open(address));
  } finally {
    await browser.stop();
  }
}

/** The same stream in a bare page with the library as it comes. */
async function defaultDelay(product: Product, script: string, start: string): Promise<Delay> {
  const browser = await startBrowser(product);
  try {
    const video = '<video muted autoplay style="width:960px"></video>';
    const page = await openBarePage(browser, product, video, [script, start]);
    return await watch(page);
  } finally {
    await browser.stop();
  }
}

interface Way {
  readonly kind: 'hls' | 'flv';
  readonly library: string;
  readonly file: string;
  readonly start: (path: string) => string;
  readonly path: (cameraId: string, streamId: string) => string;
  /** A page of ours that plays it in a video element. */
  readonly page: (product: Product, cameraId: string) => Promise<string>;
}

const ways: readonly Way[] = [
  {
    kind: 'hls',
    library: 'hls.js',
    file: 'hls.js/dist/hls.js',
    start: (path) =>
      `const h = new Hls(); h.loadSource('${path}'); h.attachMedia(document.querySelector('video'))`,
    path: (camera, stream) => `/api/cameras/${camera}/hls/${stream}/index.m3u8`,
    page: (product, camera) => saveWall(product, '1', [camera]),
  },
  {
    kind: 'flv',
    library: 'mpegts.js',
    file: 'mpegts.js/dist/mpegts.js',
    start: (path) =>
      `const p = mpegts.createPlayer({ type: 'flv', isLive: true, url: 'ws://' + location.host + '${path}' });
       p.attachMediaElement(document.querySelector('video')); p.load(); p.play()`,
    path: (camera, stream) => `/ws/flv?camera=${camera}&stream=${stream}`,
    // A wall decodes FLV by itself; the focus view, where sound is wanted, has mpegts.js first.
    page: async (product, camera) => `${product.origin}/cam/${camera}`,
  },
];

async function measureWay(product: Product, way: Way): Promise<BenchRow[]> {
  const cameras = await readyCameras(product, 2);
  const camera = cameras.find(({ streams }) => streams.some(({ kind }) => kind === way.kind));
  const stream = camera?.streams.find(({ kind }) => kind === way.kind);
  if (!camera || !stream) throw new Error(`No ${way.kind} stream to measure.`);
  const ours = await ourDelay(product, await way.page(product, camera.id));
  const theirs = await defaultDelay(
    product,
    library(way.file),
    way.start(way.path(camera.id, stream.id)),
  );
  const name = way.kind.toUpperCase();
  const growth = ours.laterDelayMs - ours.delayMs;
  return [
    ratioAtMost(
      `${name} delay against ${way.library} defaults`,
      ours.delayMs,
      'ms',
      theirs.delayMs,
      0.5,
    ),
    atMost(`${name} frames dropped`, ours.droppedShare * 100, '%', 2),
    atMost(`${name} delay, growth over ${watchMinutes} min`, growth, 'ms', steadyMs[way.kind]),
    shown(`${way.library} defaults: frames dropped`, theirs.droppedShare * 100, '%'),
  ];
}

/** Picture-to-picture delay of encoded video, read from the clock in the picture. */
export async function liveTheme(): Promise<readonly BenchRow[]> {
  const site = await runSite();
  const recorder = site.value.devices.find(({ protocol }) => protocol === 'tsapi');
  if (!recorder) throw new Error('The demo site has no recorder.');
  const { origin, username, password } = recorder;
  const account = {
    protocol: 'plain-stream',
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
  };
  const product = await runProduct([
    { ...account, name: 'HLS', origin, entryTarget: '/hls/ch1sub/index.m3u8' },
    { ...account, name: 'FLV', origin, entryTarget: '/live?port=1935&app=live&stream=ch1sub' },
  ]);
  try {
    const rows: BenchRow[] = [];
    for (const way of ways) rows.push(...(await measureWay(product, way)));
    await product.stop();
    rows.push(...(await sixteenTiles({ ...account, origin })));
    return rows;
  } finally {
    await product.stop();
    await site.stop();
  }
}
