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
});
