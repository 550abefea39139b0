import type { Product } from '../../scripts/run-product.ts';
import type { CameraView } from '../../src/api/camera.ts';
import type { RecordedFileReply, RecordedSpansReply } from '../../src/api/recordings.ts';
import { routes } from '../../src/api/routes.ts';
import { startBrowser } from '../browser.ts';
import type { MeasuredPage } from '../measured-page.ts';
import { atMost, type BenchRow, median, quantile, shown } from '../row.ts';
import { pause } from '../sources.ts';

const hourMs = 3_600_000;
/** A span of four days is asked for at once, as the page does it. */
const blockMs = 4 * 24 * hourMs;
const monthBlocks = 8;
const recorder = 'Riverside recorder';
const triesOfCamera = 8;
const inStepSeconds = 30;
const leastApartMs = 10_000;
const playedTypes = ['video/mp4', 'video/quicktime', 'video/x-m4v'];
const patienceMs = 15_000;
const field = 'form input[placeholder]';

interface Recorded extends Pick<CameraView, 'id' | 'deviceName'> {
  readonly spans: readonly (readonly [number, number])[];
}

async function camerasOf(product: Product): Promise<readonly CameraView[]> {
  const reply = await product.ask(routes.cameras);
  return ((await reply.json()) as { cameras: readonly CameraView[] }).cameras;
}

async function spansOf(product: Product, ids: readonly string[], fromMs: number, toMs: number) {
  const query = new URLSearchParams(ids.map((id): [string, string] => ['camera', id]));
  query.set('from', String(fromMs));
  query.set('to', String(toMs));
  const reply = await product.ask(`${routes.recordedSpans}?${query}`);
  return ((await reply.json()) as RecordedSpansReply).cameras;
}

/** How long it takes to hear of a month of the recorder's channels, for the first time and again. */
export async function listingRows(product: Product): Promise<readonly BenchRow[]> {
  const ids = (await camerasOf(product))
    .filter(({ deviceName }) => deviceName === recorder)
    .map(({ id }) => id);
  const last = Math.floor(Date.now() / blockMs);
  const blocks = Array.from({ length: monthBlocks }, (_, at) => (last - at) * blockMs);
  const took = async () => {
    const startedMs = performance.now();
    await Promise.all(blocks.map((fromMs) => spansOf(product, ids, fromMs, fromMs + blockMs)));
    return performance.now() - startedMs;
  };
  return [
    atMost(`a month of ${ids.length} channels listed for the first time`, await took(), 'ms', 5000),
    atMost('the same again', await took(), 'ms', 500),
  ];
}

/** Whether a browser plays what a camera recorded: of films in AVI it shows nothing, and says so. */
async function isPlayed(product: Product, camera: Recorded): Promise<boolean> {
  const [atMs = 0] = momentsOf(camera, 1);
  const reply = await product.ask(`${routes.recordedFile(camera.id)}?at=${atMs}`);
  const { file } = (await reply.json()) as RecordedFileReply;
  return file !== null && playedTypes.includes(file.type);
}

/** A camera of every device whose recordings a browser plays. */
async function recordedCameras(product: Product): Promise<readonly Recorded[]> {
  const cameras = await camerasOf(product);
  const toMs = Date.now() - hourMs;
  const found: Recorded[] = [];
  for (const name of new Set(cameras.map(({ deviceName }) => deviceName))) {
    const own = cameras.filter(({ deviceName }) => deviceName === name).slice(0, 1);
    const ids = own.map(({ id }) => id);
    const told = await spansOf(product, ids, toMs - 24 * hourMs, toMs);
    for (const camera of told) {
      if (camera.found.state !== 'listed' || camera.found.spans.length === 0) continue;
      const spans = camera.found.spans.map(([begin, end]) => [begin, end] as const);
      const recorded = { id: camera.cameraId, deviceName: name, spans };
      if (await isPlayed(product, recorded)) found.push(recorded);
    }
  }
  return found;
}

/** Moments within what was recorded, all over the day and none near another. */
function momentsOf({ spans }: Recorded, count: number): number[] {
  const moments: number[] = [];
  const candidates = count * 10;
  for (let at = 0; at < candidates && moments.length < count; at += 1) {
    // Steps of the golden ratio fill the day evenly, however many are taken.
    const place = ((at + 1) * 0.618034) % 1;
    const [begin, end] = spans[Math.floor(place * spans.length)] ?? [0, 0];
    const share = 0.1 + (((at + 1) * 0.381966) % 0.8);
    const atMs = Math.floor((begin + (end - begin) * share) / 1000) * 1000;
    const isApart = moments.every((other) => Math.abs(other - atMs) > leastApartMs);
    if (atMs > begin && isApart) moments.push(atMs);
  }
  return moments;
}

/** Runs in the page: from the Enter that sends a typed time until a picture of it is painted, ms. */
function firstPicture(longestMs: number): Promise<number> {
  const shownAt = () => {
    const videos = [...document.querySelectorAll('video')];
    const video = videos.find(({ style }) => style.visibility === 'visible');
    if (!video || video.seeking || video.readyState < 2) return null;
    return `${video.currentSrc} ${video.currentTime}`;
  };
  const before = shownAt();
  return new Promise((resolve) => {
    const sent = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      window.removeEventListener('keydown', sent, true);
      const beganMs = performance.now();
      const look = () => {
        const now = shownAt();
        const tookMs = performance.now() - beganMs;
        if ((now !== null && now !== before) || tookMs > longestMs) resolve(tookMs);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('keydown', sent, true);
  });
}

async function typeTime(page: MeasuredPage, atMs: number): Promise<number> {
  await page.click(field);
  const took = page.evaluate(firstPicture, patienceMs);
  for (const key of new Date(atMs).toISOString().replace('.000', '')) await page.press(key);
  await page.press('Enter');
  return took;
}

async function openPage(product: Product, cameraIds: readonly string[], atMs: number) {
  const browser = await startBrowser(product);
  const t = new Date(atMs).toISOString();
  const query = `cams=${cameraIds.join(',')}&t=${t}&zone=utc`;
  const page = await browser.open(`${product.origin}/playback?${query}`);
  const isThere = `document.querySelectorAll('video').length > 0 && document.querySelector('${field}') !== null`;
  const endsAtMs = Date.now() + patienceMs;
  while (!(await page.evaluate(isThere)) && Date.now() < endsAtMs) await pause(100);
  return { page, stop: browser.stop };
}

/** From the Enter behind a typed time to its first picture, on each make by itself. */
export async function typedTimeRows(product: Product): Promise<readonly BenchRow[]> {
  const cameras = await recordedCameras(product);
  const tookMs: number[] = [];
  for (const camera of cameras) {
    const [first = 0, ...moments] = momentsOf(camera, triesOfCamera + 1);
    const { page, stop } = await openPage(product, [camera.id], first);
    try {
      await pause(1000);
      for (const atMs of moments) {
        tookMs.push(await typeTime(page, atMs));
        await pause(300);
      }
    } finally {
      await stop();
    }
  }
  const makes = new Set(cameras.map(({ deviceName }) => deviceName)).size;
  const of = `typed time to first picture, ${makes} devices, ${tookMs.length} tries`;
  return [
    shown(`${of}, median`, median(tookMs), 'ms'),
    atMost(`${of}, p95`, quantile(tookMs, 0.95), 'ms', 1500),
  ];
}

/** Runs in the page: what each tile says of its drift, ms. */
function toldDrifts(): number[] {
  return [...document.querySelectorAll('main section span[title]')].flatMap(({ textContent }) => {
    const [, drift] = /^([+-]?\d+) ms$/.exec(textContent ?? '') ?? [];
    return drift === undefined ? [] : [Math.abs(Number(drift))];
  });
}

/** Four cameras that play beside each other, by what each tile says of its own drift. */
export async function inStepRows(product: Product): Promise<readonly BenchRow[]> {
  const cameras = (await camerasOf(product)).filter(({ deviceName }) => deviceName === recorder);
  const atMs = Date.now() - 2 * hourMs;
  const told = await spansOf(
    product,
    cameras.map(({ id }) => id),
    atMs,
    atMs + 3 * 60_000,
  );
  const whole = told.filter(
    ({ found }) =>
      found.state === 'listed' &&
      found.spans.some(([begin, end]) => begin <= atMs && end >= atMs + 2 * 60_000),
  );
  const ids = whole.slice(0, 4).map(({ cameraId }) => cameraId);
  const { page, stop } = await openPage(product, ids, atMs);
  try {
    await pause(2000);
    await page.press(' ');
    await pause(1000);
    const drifts: number[] = [];
    const endsAtMs = Date.now() + inStepSeconds * 1000;
    while (Date.now() < endsAtMs) {
      drifts.push(...(await page.evaluate<number[], null>(toldDrifts)));
      await pause(200);
    }
    const of = `drift of ${ids.length} cameras over ${inStepSeconds} s`;
    return [
      shown(`${of}, median of ${drifts.length}`, median(drifts), 'ms'),
      atMost(`${of}, p95`, quantile(drifts, 0.95), 'ms', 250),
    ];
  } finally {
    await stop();
  }
}
