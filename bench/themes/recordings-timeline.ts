import type { Product } from '../../scripts/run-product.ts';
import { openBarePage } from '../bare-page.ts';
import { startBrowser } from '../browser.ts';
import {
  type InputFrames,
  inputFrames,
  takeInputFrames,
  watchInputFrames,
} from '../input-frames.ts';
import type { MeasuredPage } from '../measured-page.ts';
import { startMinutesSource } from '../minutes-source.ts';
import { benchCameras, monthOfMinutes, plainTimeline } from '../month-of-minutes.ts';
import { atMost, type BenchRow, median, quantile, ratioAtMost, shown } from '../row.ts';
import { pause } from '../sources.ts';

const days = 31;
/** More elements than of one day a browser hardly moves at all. */
const plainDays = 1;
const steps = 90;
/** A frame of so many elements takes so long that fewer have to do. */
const plainSteps = 12;
const patienceMs = 60_000;
const restMs = 3000;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Hand extends Place {
  readonly steps: number;
}

async function pan(page: MeasuredPage, { x, y, steps: count }: Hand, byPixels: number) {
  await page.mouse({ type: 'mousePressed', x, y, isHeld: true });
  for (let step = 1; step <= count; step += 1) {
    await page.mouse({ type: 'mouseMoved', x: x + step * byPixels, y, isHeld: true });
  }
  const end = { x: x + count * byPixels, y, isHeld: true };
  await page.mouse({ type: 'mouseReleased', ...end });
}

async function zoom(page: MeasuredPage, { x, y, steps: count }: Hand, deltaY: number) {
  for (let step = 0; step < count; step += 1) {
    await page.mouse({ type: 'mouseWheel', x, y, deltaY });
  }
}

/** A month aside, down to seconds and back in two turns, with a pan at each stop. */
async function browse(page: MeasuredPage, hand: Hand): Promise<InputFrames> {
  const turn = steps / hand.steps;
  await takeInputFrames(page);
  await pan(page, hand, 4);
  await zoom(page, hand, -45 * turn);
  await pan(page, hand, -5);
  await zoom(page, hand, -100 * turn);
  await pan(page, hand, 5);
  await zoom(page, hand, 145 * turn);
  await pan(page, hand, -4);
  return takeInputFrames(page);
}

async function handPlaceOn(page: MeasuredPage, selector: string): Promise<Place> {
  return page.evaluate((wanted: string) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    if (!box) throw new RangeError(`the page shows no ${wanted}`);
    // Beside the head, which stands in the middle: a hand at it scrubs.
    return { x: Math.round(box.x + box.width * 0.3), y: Math.round(box.y + box.height * 0.7) };
  }, selector);
}

/** Until nothing is read any more: then all of the month is there. */
async function waitForSpans(page: MeasuredPage): Promise<void> {
  const endsAtMs = Date.now() + patienceMs;
  let [count, still] = [-1, 0];
  while (still < 5 && Date.now() < endsAtMs) {
    await pause(300);
    const now = await page.evaluate<number, null>('window.spanReplies');
    still = now === count && now > 0 ? still + 1 : 0;
    count = now;
  }
  // What came last has still to be taken in.
  await pause(restMs);
}

async function ours(product: Product): Promise<InputFrames> {
  const [browser, source] = [await startBrowser(product), await startMinutesSource()];
  try {
    const cams = Array.from({ length: benchCameras }, (_, at) => `bench-${at}`).join(',');
    const t = new Date(Date.now() - (days / 2) * 24 * 3_600_000).toISOString();
    const address = `${product.origin}/playback?cams=${cams}&t=${t}&span=${days}d`;
    const page = await browser.open(address, inputFrames, monthOfMinutes(source));
    while (!(await page.evaluate(`document.querySelector('canvas[role=slider]') !== null`))) {
      await pause(100);
    }
    await waitForSpans(page);
    return await browse(page, { ...(await handPlaceOn(page, 'canvas[role=slider]')), steps });
  } finally {
    await browser.stop();
    source.stop();
  }
}

async function plain(product: Product): Promise<InputFrames> {
  const browser = await startBrowser(product);
  try {
    const page = await openBarePage(browser, product, '', [`(${watchInputFrames})()`]);
    await page.evaluate(plainTimeline, { cameras: benchCameras, days: plainDays });
    await pause(1000);
    return await browse(page, { ...(await handPlaceOn(page, '#scroller')), steps: plainSteps });
  } finally {
    await browser.stop();
  }
}

/** What a frame costs while a hand pans and zooms; of the main thread, and as the screen shows it. */
export async function timelineRows(product: Product): Promise<readonly BenchRow[]> {
  const { costMs, betweenMs } = await ours(product);
  const baseline = await plain(product);
  const what = `64 lanes x ${days} days, main thread of a frame`;
  const against = `against a plain DOM timeline of ${plainDays} day of them`;
  return [
    atMost(`${what}, median of ${costMs.length}`, median(costMs), 'ms', 8),
    atMost(`${what}, p95`, quantile(costMs, 0.95), 'ms', 16),
    shown('time between these frames, median', median(betweenMs), 'ms'),
    shown('time between these frames, p95', quantile(betweenMs, 0.95), 'ms'),
    ratioAtMost(`frame, median, ${against}`, median(costMs), 'ms', median(baseline.costMs), 0.5),
    ratioAtMost(
      `frame, p95, ${against}`,
      quantile(costMs, 0.95),
      'ms',
      quantile(baseline.costMs, 0.95),
      0.5,
    ),
  ];
}
