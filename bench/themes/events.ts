import type { z } from 'zod/mini';
import { type Product, runProduct, runSite } from '../../scripts/run-product.ts';
import { SiteControl } from '../../scripts/site-control.ts';
import type { EventView, eventPageSchema } from '../../src/api/events.ts';
import { openBarePage } from '../bare-page.ts';
import { startBrowser } from '../browser.ts';
import { type Felt, feel, interactionToNextPaint } from '../felt-page.ts';
import type { MeasuredPage } from '../measured-page.ts';
import { notePaintedRows, type PaintedRow, takePaintedRows } from '../painted-rows.ts';
import { plainListScript } from '../plain-list-script.ts';
import { coresBusy } from '../process-cpu.ts';
import { atLeast, atMost, type BenchRow, quantile, ratioAtMost, shown } from '../row.ts';
import { pause } from '../sources.ts';
import { readyCameras } from '../wall-product.ts';
import { silenceRows } from './events-silence.ts';

type EventPage = z.infer<typeof eventPageSchema>;

const single = 60;
const perSecond = 1000;
const burstSeconds = 60;
/** A plain list of more answers no hand any more; ours is held against it by the same time. */
const plainSeconds = 30;
const askEveryMs = 50;
const patienceMs = 60_000;
const mebibyte = 1024 * 1024;

const account = '[aria-label^="Account of"]';
/** Opens the menu of the account, walks in it and leaves it: nothing here holds the list. */
const acts = [
  (page: MeasuredPage) => page.click(account),
  (page: MeasuredPage) => page.press('ArrowDown'),
  (page: MeasuredPage) => page.press('Escape'),
] as const;
const plainActs = [
  (page: MeasuredPage) => page.click('button'),
  (page: MeasuredPage) => page.click('input'),
  (page: MeasuredPage) => page.press('x'),
] as const;

/** Asks something small again and again until it is told to end: how long the proxy lets it wait. */
function askOn(product: Product): { end: () => Promise<readonly number[]> } {
  const tookMs: number[] = [];
  let goesOn = true;
  const asking = (async () => {
    while (goesOn) {
      const startedMs = performance.now();
      await (await product.ask('/api/site')).arrayBuffer();
      tookMs.push(performance.now() - startedMs);
      await pause(askEveryMs);
    }
  })();
  return {
    end: async () => {
      goesOn = false;
      await asking;
      return tookMs;
    },
  };
}

/** Waits for an event that comes last; what was slow until then the other figures say. */
async function takenIn(product: Product, plate: string): Promise<void> {
  const endsAtMs = Date.now() + patienceMs;
  while (Date.now() < endsAtMs) {
    const reply = await product.ask('/api/events?topics=plate&limit=1');
    const [newest] = ((await reply.json()) as EventPage).events;
    if (newest?.fact.topic === 'plate' && newest.fact.plate === plate) return;
    await pause(200);
  }
}

/** Every plate of a burst that the journal holds, with how often it does. */
async function journalOf(product: Product): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  let before = '';
  for (;;) {
    const reply = await product.ask(`/api/events?topics=plate&limit=500${before}`);
    const { events, more } = (await reply.json()) as EventPage;
    for (const { fact } of events) {
      if (fact.topic !== 'plate' || !/^B\d+$/.test(fact.plate)) continue;
      times.set(fact.plate, (times.get(fact.plate) ?? 0) + 1);
    }
    const oldest: EventView | undefined = events.at(-1);
    if (!more || oldest === undefined) return times;
    before = `&before=${oldest.number}`;
  }
}

async function rowsOf(page: MeasuredPage, wanted: number): Promise<readonly PaintedRow[]> {
  const rows: PaintedRow[] = [];
  const endsAtMs = Date.now() + 10_000;
  while (rows.length < wanted && Date.now() < endsAtMs) {
    await pause(200);
    rows.push(...(await takePaintedRows(page)));
  }
  return rows;
}

async function openEvents(
  product: Product,
): Promise<{ page: MeasuredPage; stop: () => Promise<void> }> {
  const browser = await startBrowser(product);
  const page = await browser.open(`${product.origin}/events`, notePaintedRows);
  const isThere = `document.querySelector('main ul li') !== null && document.querySelector('${account}') !== null`;
  while (!(await page.evaluate(isThere))) await pause(100);
  return { page, stop: browser.stop };
}

/** One event after the other, each looked for on the screen. */
async function oneByOne(
  control: SiteControl,
  device: string,
  page: MeasuredPage,
): Promise<BenchRow[]> {
  await takePaintedRows(page);
  const sentAtMs = new Map<string, number>();
  for (let number = 1; number <= single; number += 1) {
    sentAtMs.set(`L${number}`, Date.now());
    await control.sendEvent({ device, channel: 1, kind: 'plate', plate: `L${number}` });
    // Not in step with anything that gathers.
    await pause(70 + ((number * 37) % 60));
  }
  const rows = await rowsOf(page, single);
  const fromFrame = rows.map(({ framedAtMs, paintedAtMs }) => paintedAtMs - framedAtMs);
  const fromDevice = rows.map(
    ({ plate, paintedAtMs }) => paintedAtMs - (sentAtMs.get(plate) ?? Number.NaN),
  );
  return [
    atLeast('rows painted of those sent one by one', rows.length, 'rows', single),
    atMost('socket frame to painted row, p95', quantile(fromFrame, 0.95), 'ms', 300),
    atMost('device sends to painted row, p95', quantile(fromDevice, 0.95), 'ms', 300),
  ];
}

interface Loaded {
  readonly rows: readonly BenchRow[];
  /** Of as long as a plain list is tried. */
  readonly felt: Felt;
  readonly bytes: number;
}

function both(one: Felt, other: Felt): Felt {
  return {
    frameMs: [...one.frameMs, ...other.frameMs],
    interactionMs: [...one.interactionMs, ...other.interactionMs],
  };
}

async function underLoad(
  product: Product,
  control: SiteControl,
  device: string,
  page: MeasuredPage,
): Promise<Loaded> {
  const count = perSecond * burstSeconds;
  const busy = coresBusy(product.pid(), burstSeconds * 1000);
  const asking = askOn(product);
  await control.burst(device, { kind: 'plate', count, perSecond });
  const first = await feel(page, plainSeconds * 1000, acts);
  const compared = { felt: first, bytes: await page.heldBytes() };
  const rest = await feel(page, (burstSeconds - plainSeconds) * 1000, acts);
  const lastBytes = await page.heldBytes();
  const tookMs = await asking.end();
  const painted = await takePaintedRows(page);
  const late = painted.map(({ framedAtMs, paintedAtMs }) => paintedAtMs - framedAtMs);
  await takenIn(product, `B${count}`);
  const kept = await journalOf(product);
  const twice = [...kept.values()].filter((times) => times > 1).length;
  const whole = both(first, rest);
  const rows = [
    atLeast(`journal after ${perSecond}/s for ${burstSeconds} s`, kept.size, 'events', count),
    atMost('events that stand in it twice', twice, 'events', 0),
    atMost(
      `INP of ${first.acts + rest.acts} clicks and keys`,
      interactionToNextPaint(whole),
      'ms',
      200,
    ),
    atMost('socket frame to painted row under load, p95', quantile(late, 0.95), 'ms', 300),
    ratioAtMost(
      `held by the page, ${burstSeconds} s against ${plainSeconds} s`,
      lastBytes / mebibyte,
      'MiB',
      compared.bytes / mebibyte,
      1.15,
    ),
    shown('frames of the page under load, p95', quantile(whole.frameMs, 0.95), 'ms'),
    shown(`proxy answers ${tookMs.length} small questions, p99`, quantile(tookMs, 0.99), 'ms'),
    shown('proxy CPU under load', await busy, 'cores'),
  ];
  return { rows, ...compared };
}

/** The same events by the same socket in a list that draws all of them. */
async function plainList(
  product: Product,
  control: SiteControl,
  device: string,
): Promise<Felt & { readonly bytes: number }> {
  const browser = await startBrowser(product);
  try {
    const page = await openBarePage(browser, product, '<div id="plain"></div>', [
      await plainListScript(),
    ]);
    await pause(500);
    await control.burst(device, { kind: 'plate', count: perSecond * plainSeconds, perSecond });
    const felt = await feel(page, plainSeconds * 1000, plainActs);
    return { ...felt, bytes: await page.heldBytes() };
  } finally {
    await browser.stop();
  }
}

/** How soon an event is seen, and what a flood of them leaves of a window. */
export async function eventsTheme(): Promise<readonly BenchRow[]> {
  const site = await runSite();
  const recorder = site.value.devices.slice(0, 1);
  const device = recorder[0]?.name ?? '';
  const product = await runProduct(recorder);
  const rows: BenchRow[] = [];
  try {
    const control = new SiteControl(site.value.controlOrigin);
    await readyCameras(product, 8);
    const { page, stop } = await openEvents(product);
    rows.push(...(await oneByOne(control, device, page)));
    const { rows: loaded, felt, bytes } = await underLoad(product, control, device, page);
    await stop();
    const plain = await plainList(product, control, device);
    rows.push(
      ...loaded,
      ratioAtMost(
        `INP of ${plainSeconds} s, against a plain list`,
        interactionToNextPaint(felt),
        'ms',
        interactionToNextPaint(plain),
        0.5,
      ),
      ratioAtMost(
        'frames, p95, against a plain list',
        quantile(felt.frameMs, 0.95),
        'ms',
        quantile(plain.frameMs, 0.95),
        0.5,
      ),
      ratioAtMost(
        'held by the page, against a plain list',
        bytes / mebibyte,
        'MiB',
        plain.bytes / mebibyte,
        1,
      ),
    );
  } finally {
    await product.stop();
    await site.stop();
  }
  return [...rows, ...(await silenceRows())];
}
