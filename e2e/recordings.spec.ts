import { routes } from '../src/api/routes.ts';
import { expect, test } from './support/test.ts';
import { readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const minuteMs = 60_000;

test.describe('recordings', { tag: ['@recordings', '@alone'] }, () => {
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
});
