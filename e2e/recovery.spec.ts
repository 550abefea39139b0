import type { Page } from '@playwright/test';
import { type Product, runProduct, type SeededDevice } from '../scripts/run-product.ts';
import type { CameraView } from '../src/api/camera.ts';
import { type CountingRelay, startCountingRelay } from './support/counting-relay.ts';
import { expectMoving, watched } from './support/motion.ts';
import { expect, test } from './support/test.ts';
import { cameraNamed, openWall, readView, readyCameras, saveWall, tileOf } from './support/wall.ts';

const lostWords = /^Reconnecting… The server does not answer\./;
const backWithinMs = 15_000;
/** The server keeps a stream for one second, for somebody who may return; half of one for a busy machine. */
const lingersMs = 1500;

test.describe('a wall that lost its server', { tag: ['@live', '@alone'] }, () => {
  test.use({
    // Higher than the pictures, so that no label of a tile lies over what is painted into them.
    viewport: { width: 1280, height: 1000 },
    // While the server is away nothing can be fetched from it, and the browser says so.
    allowedFaults: [
      /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to '\S+' failed/,
    ],
  });

  test('never looks live while it is frozen, and moves again with its layout kept', async ({
    page,
    site,
  }) => {
    const product = await runProduct(site.value.devices);
    try {
      const cameras = await readyCameras(product);
      const viewId = await saveWall(product, {
        name: 'Kept',
        layout: '16',
        cameras: [...cameras].reverse(),
      });
      await openWall(page, product, viewId);
      await expectMoving(page, cameras.map(watched));
      const before = await readView(product, viewId);

      await product.stopProxy('SIGKILL');
      await expect(page.getByText(lostWords)).toBeVisible({ timeout: 2000 });
      // The words come 3 s after the last picture, later where a player still has some to show.
      await expect.poll(() => liveTiles(page), { timeout: 6000 }).toBe(0);
      await expect(page.getByText(/No new picture for \d+:\d\d/)).toHaveCount(cameras.length);

      await product.startProxy();
      await expectMoving(page, cameras.map(watched), backWithinMs);
      await expect(page.getByText(lostWords)).toHaveCount(0);
      await expect(page).toHaveURL(new RegExp(`/live/${viewId}`));
      await expect(page.getByRole('gridcell')).toHaveCount(16);
      expect(await readView(product, viewId)).toEqual(before);
    } finally {
      await page.close();
      await product.stop();
    }
  });
});

test.describe('streams that nobody sees', { tag: ['@live', '@alone'] }, () => {
  let relay: CountingRelay;
  let product: Product;
  let roof: CameraView;
  let viewId: string;

  test.beforeAll(async ({ site }) => {
    const device = site.value.devices.find(({ name }) => name === 'Roof') as SeededDevice;
    relay = await startCountingRelay(device.origin);
    product = await runProduct([{ ...device, origin: relay.origin }]);
    roof = cameraNamed(await readyCameras(product, 1), 'Roof');
    viewId = await saveWall(product, { name: 'Seen', layout: '1', cameras: [roof] });
  });

  test.afterAll(async () => {
    await product.stop();
    await relay.stop();
  });

  test.beforeEach(async ({ page }) => {
    await openWall(page, product, viewId);
    await expectMoving(page, [watched(roof)]);
    expect(relay.open()).toBeGreaterThan(0);
  });

  test('end within two seconds of the tab being hidden, and move two seconds after it is shown', async ({
    page,
  }) => {
    await setHidden(page, true);
    await expect(tileOf(page, roof)).toHaveAttribute('data-state', 'paused', { timeout: 2000 });
    await expect.poll(relay.open, { timeout: lingersMs, intervals: [50] }).toBe(0);
    await setHidden(page, false);
    await expectMoving(page, [watched(roof)], 2000);
  });

  test('end when the devices are looked at instead, and begin anew on the way back', async ({
    page,
  }) => {
    await page.getByRole('link', { name: 'Devices' }).click();
    await expect(page).toHaveURL(/\/devices$/);
    await expect.poll(relay.open, { timeout: lingersMs, intervals: [50] }).toBe(0);
    await page.goBack();
    await expectMoving(page, [watched(roof)], 4000);
  });
});

/**
 * Makes the page believe that its tab went to the background or came back. Playwright keeps every
 * page visible, whichever is in front, so that the real thing cannot be had.
 */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    hidden ? 'hidden' : 'visible',
  );
}

function liveTiles(page: Page): Promise<number> {
  return page
    .locator('[data-camera]:is([data-state="live"], [data-state="degraded"], [data-state="still"])')
    .count();
}
