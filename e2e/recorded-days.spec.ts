import type { Page } from '@playwright/test';
import type { Product, RunningSite } from '../scripts/run-product.ts';
import { SiteControl } from '../scripts/site-control.ts';
import type { CameraView } from '../src/api/camera.ts';
import type { TimeRange } from '../src/domain/recording.ts';
import type { RecordedPiece } from '../src/simulated-devices/device-recordings.ts';
import { drawnMinutes, listButton, listedSpans, openTimeline } from './support/drawn-timeline.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const server = 'Annex video server';
const test = testOfMakes('recorded days', [recorder, server]);

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Where the devices stand, clocks went back and forward; the browser is somewhere else. */
const longDay = day('2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00');
const shortDay = day('2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00');

function day(from: string, to: string): TimeRange {
  return { fromMs: Date.parse(from), toMs: Date.parse(to) };
}

/** What a device says it has of each camera, by the name of the camera. */
async function piecesOf(
  site: RunningSite,
  cameras: readonly CameraView[],
  { fromMs, toMs }: TimeRange,
): Promise<ReadonlyMap<string, readonly RecordedPiece[]>> {
  const control = new SiteControl(site.value.controlOrigin);
  const named = await Promise.all(
    cameras.map(async ({ name, deviceName }, at) => {
      const number = deviceName === recorder ? at + 1 : at;
      return [name, await control.recordings(deviceName, number, { fromMs, toMs })] as const;
    }),
  );
  return new Map(named);
}

async function camerasOf(product: Product, device: string, count: number) {
  const cameras = await readCameras(product, count, ({ deviceName }) => deviceName === device);
  return cameras.filter(({ deviceName }) => deviceName === device);
}

/** The device's own files as spans to the minute or to the second, by a way of its own. */
function joined(
  pieces: readonly RecordedPiece[],
  { fromMs, toMs }: TimeRange,
  stepMs: number,
): [number, number][] {
  const kinds = [...new Set(pieces.map(({ kind }) => kind))];
  const spans = kinds.flatMap((kind) => {
    const ofKind: [number, number][] = [];
    for (const piece of pieces.filter((one) => one.kind === kind)) {
      const begin = Math.max(fromMs, Math.floor(piece.fromMs / stepMs) * stepMs);
      const end = Math.min(toMs, Math.ceil(piece.toMs / stepMs) * stepMs);
      const last = ofKind.at(-1);
      if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
      else if (begin < toMs && end >= fromMs) ofKind.push([begin, end]);
    }
    return ofKind;
  });
  return spans.sort(([one, oneEnd], [other, otherEnd]) => one - other || oneEnd - otherEnd);
}

/** Of a text such as `2026-11-01 01:30:00 – 2026-11-01 01:45:00, motion`, shown in UTC. */
function spanOfText(text: string): [number, number] {
  const [times = ''] = text.split(', ');
  const [from = '', to = ''] = times.split(' – ').map((moment) => `${moment.replace(' ', 'T')}Z`);
  return [Date.parse(from), Date.parse(to)];
}

/** The clock of a device is known to the second, and what it tells is corrected by that. */
const knownToMs = 2 * secondMs;

/** Names every camera of which the page lists anything else than the device has. */
async function wronglyListed(
  page: Page,
  own: ReadonlyMap<string, readonly RecordedPiece[]>,
  { range, stepMs, lateMs = 0 }: { range: TimeRange; stepMs: number; lateMs?: number },
): Promise<string[]> {
  const listed = await listedSpans(page);
  return [...own].flatMap(([name, pieces]) => {
    const ours = pieces.map((piece) => ({
      ...piece,
      fromMs: Math.floor(piece.fromMs / stepMs) * stepMs + lateMs,
      toMs: Math.ceil(piece.toMs / stepMs) * stepMs + lateMs,
    }));
    const had = joined(ours, range, secondMs);
    const told = (listed.get(name) ?? [])
      .map(spanOfText)
      // What reaches over the edge of the view by no more than the clocks may differ.
      .filter(([from, to]) => stepMs === secondMs || to - from > knownToMs);
    const isTold = ([from, to]: [number, number], at: number) =>
      Math.abs((told[at]?.[0] ?? 0) - from) <= knownToMs &&
      Math.abs((told[at]?.[1] ?? 0) - to) <= knownToMs;
    const wrong = had.filter((span, at) => !isTold(span, at)).map(textOf);
    if (told.length === had.length && wrong.length === 0) return [];
    return [`${name}: ${told.length} of ${had.length}; not told ${wrong.slice(0, 3).join(', ')}`];
  });
}

function textOf(span: readonly number[]): string {
  return span.map((ms) => new Date(ms).toISOString()).join('/');
}

/** Whether each minute of a time has anything recorded. */
function minutesOf(pieces: readonly RecordedPiece[], range: TimeRange): string[] {
  const spans = joined(pieces, range, minuteMs);
  return Array.from({ length: (range.toMs - range.fromMs) / minuteMs }, (_, minute) => {
    const atMs = range.fromMs + minute * minuteMs;
    return spans.some(([from, to]) => from <= atMs && atMs < to) ? 'recorded' : 'empty';
  });
}

test.describe('what was recorded', { tag: '@recordings' }, () => {
  test.use({ timezoneId: 'Asia/Kathmandu' });

  for (const [name, range, hours] of [
    ['25 hours', longDay, 25],
    ['23 hours', shortDay, 23],
  ] as const) {
    test(`on a day of ${name} is drawn and listed with no wrong minute, on eight channels`, async ({
      page,
      product,
      site,
    }) => {
      expect(range.toMs - range.fromMs).toBe(hours * hourMs);
      const cameras = await camerasOf(product, recorder, 8);
      const own = await piecesOf(site, cameras, range);
      const drawn = await drawnMinutes(page, product, { cameras, range });
      const expected = new Map([...own].map(([camera, all]) => [camera, minutesOf(all, range)]));
      const lanes = [...expected.values()];
      expected.set(
        'All',
        Array.from({ length: hours * 60 }, (_, minute) =>
          lanes.some((lane) => lane[minute] === 'recorded') ? 'recorded' : 'empty',
        ),
      );
      for (const [camera, minutes] of expected) {
        const shown = drawn.get(camera) ?? [];
        const wrong = minutes.flatMap((minute, at) =>
          shown[at] === minute ? [] : [`${at}: ${minute} is ${shown[at]}`],
        );
        expect(wrong, camera).toEqual([]);
        expect(shown, camera).toHaveLength(hours * 60);
      }
      expect(lanes.flat().filter((minute) => minute === 'empty').length).toBeGreaterThan(600);

      await openTimeline(page, product, { cameras, range, zone: 'utc' });
      await listButton(page).click();
      await expect.poll(() => wronglyListed(page, own, { range, stepMs: minuteMs })).toEqual([]);
    });
  }

  test('shows both half past one of the long day, and no hole where the short one leaps', async ({
    page,
    product,
  }) => {
    const [gate] = await camerasOf(product, recorder, 8);
    const cameras = [gate as CameraView];
    await openTimeline(page, product, { cameras, range: longDay });
    const goTo = page.getByLabel('Go to a time');
    const now = page.getByRole('group', { name: 'Playback' }).locator('output');
    const go = async (text: string) => {
      await goTo.fill(text);
      await goTo.press('Enter');
    };
    await go('2026-11-01 1:30');
    await expect(now).toHaveText('2026-11-01 01:30:00 -04:00 America/New_York');
    await expect(page.getByText('Clocks showed 01:30 twice that day.')).toBeVisible();
    await expect(page.getByText('Recorded', { exact: true }).locator('..')).toContainText(
      '01:30:00 -04:00',
    );
    await go('2026-11-01 01:30 -05:00');
    await expect(now).toHaveText('2026-11-01 01:30:00 -05:00 America/New_York');
    await go('2026-03-08 2:30');
    await expect(now).toHaveText('2026-03-08 03:30:00 America/New_York');
    await expect(page.getByText('Clocks left that time out that day.')).toBeVisible();
    await openTimeline(page, product, { cameras, range: shortDay });
    await listButton(page).click();
    await expect
      .poll(async () => (await listedSpans(page)).get('Main gate'))
      .toEqual(['2026-03-08 00:00:00 – 2026-03-09 00:00:00']);
  });

  test('on a server that tells a thousand files by the page is listed to the second', async ({
    page,
    product,
    site,
  }) => {
    const cameras = await camerasOf(product, server, 6);
    const toMs = Math.floor(Date.now() / hourMs) * hourMs - hourMs;
    const month = await piecesOf(site, cameras, { fromMs: toMs - 30 * 24 * hourMs, toMs });
    expect([...month.values()].flat().length).toBeGreaterThan(1000);
    const range = { fromMs: toMs - 10 * 24 * hourMs, toMs };
    const own = await piecesOf(site, cameras, range);
    expect([...own.values()].flat().length).toBeGreaterThan(1000);
    await openTimeline(page, product, { cameras, range, zone: 'utc' });
    await listButton(page).click();
    await expect
      .poll(() => wronglyListed(page, own, { range, stepMs: secondMs }), { timeout: 30_000 })
      .toEqual([]);
  });

  // Last, for it leaves the clock of the recorder as it is.
  test('by a clock that is late stands where it was by ours', async ({ page, product, site }) => {
    const lateMs = 7 * minuteMs + 30 * secondMs;
    await new SiteControl(site.value.controlOrigin).setClock(recorder, -lateMs);
    await product.stopProxy();
    await product.startProxy();
    const cameras = await camerasOf(product, recorder, 8);
    const { fromMs, toMs } = longDay;
    const byItsClock = { fromMs: fromMs - lateMs, toMs: toMs - lateMs };
    const own = await piecesOf(site, cameras, byItsClock);
    await openTimeline(page, product, { cameras, range: longDay, zone: 'utc' });
    await listButton(page).click();
    await expect
      .poll(() => wronglyListed(page, own, { range: longDay, stepMs: minuteMs, lateMs }))
      .toEqual([]);
  });
});
