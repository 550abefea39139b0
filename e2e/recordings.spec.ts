import { SiteControl } from '../scripts/site-control.ts';
import type { RecordedSpansReply } from '../src/api/recordings.ts';
import { routes } from '../src/api/routes.ts';
import { expect, test } from './support/test.ts';
import { readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const minuteMs = 60_000;
/** Of 25 hours where the recorder stands. */
const longDay = { fromMs: Date.UTC(2026, 10, 1, 4), toMs: Date.UTC(2026, 10, 2, 5) };

test.describe('recordings', { tag: '@recordings' }, () => {
  test.use({ timezoneId: 'Asia/Kathmandu' });

  test('of eight cameras play in step, and leave the rest of the page its connections', async ({
    page,
    product,
  }) => {
    const cameras = await readCameras(product, 8, ({ deviceName }) => deviceName === recorder);
    const ids = cameras.filter(({ deviceName }) => deviceName === recorder).map(({ id }) => id);
    const t = new Date(Date.now() - 10 * minuteMs).toISOString();
    await page.goto(`${product.origin}/playback?cams=${ids.join(',')}&t=${t}`);
    await expect(page.locator('section', { hasText: 'Recorded' })).toHaveCount(8);
    // Channel 1 has no gaps.
    const first = page.locator('section').filter({ hasText: 'Main gate' }).locator('video').first();
    await expect(page.getByText('0 ms').first()).toBeVisible();
    await page.keyboard.press('Space');
    const position = () => first.evaluate((video: HTMLVideoElement) => video.currentTime);
    const beganAt = await position();
    await expect.poll(position).toBeGreaterThan(beganAt + 2);
    const answered = await page.evaluate(async (address) => {
      const startedMs = performance.now();
      await fetch(address);
      return performance.now() - startedMs;
    }, routes.site);
    expect(answered).toBeLessThan(2000);
  });

  test('show a small picture under the pointer, for no more bytes than that takes', async ({
    page,
    product,
  }) => {
    const cameras = await readCameras(product, 8, ({ deviceName }) => deviceName === recorder);
    const gate = cameras.find(({ deviceName }) => deviceName === recorder);
    const t = new Date(Date.now() - 60 * minuteMs).toISOString();
    await page.goto(`${product.origin}/playback?cams=${gate?.id}&t=${t}&span=30m`);
    await expect(page.getByText('0 ms').first()).toBeVisible();
    const pieces: number[] = [];
    page.on('response', (reply) => {
      if (!reply.url().includes('pieces=small')) return;
      pieces.push(Number(reply.headers()['content-length']));
    });
    const timeline = page.getByRole('slider', { name: 'Timeline' });
    const { x, y, width } = (await timeline.boundingBox()) ?? { x: 0, y: 0, width: 0 };
    await page.mouse.move(x + width / 3, y + 60);
    const picture = page.locator('[data-hover-picture="shown"]');
    await expect(picture.locator('canvas')).toBeVisible();
    await page.mouse.move(x + width / 2, y - 200);
    await expect(picture).toHaveCount(0);
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(512 * 1024);
    await page.keyboard.press('j');
    await expect(page.getByText('Backwards: 1× · picture by picture')).toBeVisible();
    const position = () => timeline.getAttribute('aria-valuenow').then(Number);
    const beganAt = await position();
    await expect.poll(position).toBeLessThan(beganAt - 1);
  });

  test('of a day of 25 hours are those that the device has, to the minute', async ({
    page,
    product,
    site,
  }) => {
    const cameras = await readCameras(product, 8, ({ deviceName }) => deviceName === recorder);
    await page.goto(`${product.origin}/playback`);
    const control = new SiteControl(site.value.controlOrigin);
    const own = cameras.filter(({ deviceName }) => deviceName === recorder).slice(0, 4);
    for (const [at, camera] of own.entries()) {
      const { fromMs, toMs } = longDay;
      const query = `camera=${camera.id}&from=${fromMs}&to=${toMs}`;
      const reply = await page.evaluate(
        async (address) => (await fetch(address)).json() as Promise<RecordedSpansReply>,
        `${routes.recordedSpans}?${query}`,
      );
      const found = reply.cameras[0]?.found;
      const pieces = await control.recordings(recorder, at + 1, longDay);
      // The clock of a device is known to the second, and what it tells is corrected by that.
      const told = minutesOf(found?.state === 'listed' ? found.spans : [], 2000);
      const had = minutesOf(
        pieces.map(({ fromMs: begin, toMs: end }) => [begin, end]),
        0,
      );
      expect(told.size).toBeGreaterThan(20 * 60);
      expect([...had].filter((minute) => !told.has(minute))).toEqual([]);
      expect([...told].filter((minute) => !had.has(minute))).toEqual([]);
    }
  });
});

/** By number since the epoch. */
function minutesOf(
  spans: readonly (readonly [number, number, ...unknown[]])[],
  toleranceMs: number,
): Set<number> {
  const minutes = new Set<number>();
  for (const [fromMs, toMs] of spans) {
    const first = Math.floor((Math.max(fromMs, longDay.fromMs) + toleranceMs) / minuteMs);
    const endMs = Math.min(toMs, longDay.toMs) - toleranceMs;
    for (let minute = first; minute * minuteMs < endMs; minute += 1) minutes.add(minute);
  }
  return minutes;
}
