import type { Page } from '@playwright/test';
import { type Product, runProduct } from '../scripts/run-product.ts';
import type { CameraView } from '../src/api/camera.ts';
import { expectMoving, watched } from './support/motion.ts';
import {
  Addresses,
  approveScreen,
  changeScreen,
  codeOn,
  readCode,
  readScreen,
  removeScreen,
  saveGroup,
} from './support/screen.ts';
import { expect, test } from './support/test.ts';
import { readyCameras, saveWall, tileOf } from './support/wall.ts';

const removedWithinMs = 1000;
const backWithinMs = 15_000;

test.describe('a screen that nobody sits at', { tag: '@trust' }, () => {
  test.use({
    signedInAs: null,
    // Higher than the pictures, so that nothing lies over what is painted into them.
    viewport: { width: 1280, height: 1000 },
    // Until it is paired, and once it is removed, a screen may open no socket; while the server is
    // away nothing can be fetched from it. The browser says so.
    allowedFaults: [
      /ws\/(?:changes|events)|status of 401|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
    ],
  });

  let product: Product;
  let cameras: CameraView[];
  let viewId: string;
  let groupId: string;

  test.beforeAll(async ({ site }) => {
    product = await runProduct(site.value.devices);
    cameras = (await readyCameras(product)).slice(0, 4);
    viewId = await saveWall(product, { name: 'Lobby', layout: '4', cameras });
    groupId = await saveGroup(product, 'Of the lobby', cameras.slice(0, 3));
  });
  test.afterAll(() => product.stop());

  /** Opens the page of screens, and lets it in by its code. */
  async function pair(screen: Page, name: string) {
    await screen.goto(`${product.origin}/kiosk`);
    const code = await readCode(screen);
    const kiosk = await approveScreen(product, code, { name, viewId, groupId });
    await expectMoving(screen, cameras.slice(0, 3).map(watched));
    return kiosk;
  }

  test('shows its code, then its view, and keeps every secret out of every address', async ({
    page,
    context,
  }) => {
    const addresses = new Addresses(page);
    const kiosk = await pair(page, 'By the code');
    await expect.poll(async () => (await readScreen(product, kiosk)).connected).toBe(true);

    // The fourth camera of the view is in no group of the screen, which does not learn of it.
    await expect(page.locator('[data-camera]')).toHaveCount(3);
    await expect(page.locator('button, a, input, select, [tabindex]')).toHaveCount(0);
    await expect(page.getByText(/^\d\d:\d\d:\d\d$/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-camera]')).toHaveCount(3);

    const [cookie, ...others] = await context.cookies('https://127.0.0.1');
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
    const secrets = [...addresses.secrets, cookie?.value ?? ''];
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    const kept = await page.evaluate(() => ({
      place: window.location.href,
      entries: window.history.length,
      state: JSON.stringify(window.history.state),
      stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      readable: document.cookie,
    }));
    expect(new URL(kept.place).pathname).toBe('/kiosk');
    const said = [...addresses.seen, ...Object.values(kept).map(String)];
    expect(addresses.seen.length).toBeGreaterThan(10);
    for (const secret of secrets) {
      expect(said.filter((text) => text.includes(secret))).toEqual([]);
    }
    // Any other address leads the screen back to its view.
    await page.goto(`${product.origin}/devices`);
    await expect(page).toHaveURL(`${product.origin}/kiosk`);
    await expect(page.locator('[data-camera]')).toHaveCount(3);
  });

  test('follows another view and other cameras at once', async ({ page }) => {
    const kiosk = await pair(page, 'That is changed');
    const other = cameras[3] as CameraView;
    const single = await saveWall(product, { name: 'Single', layout: '1', cameras: [other] });
    await changeScreen(product, kiosk, { viewId: single });
    await expect(page.getByText('This screen has nothing to show')).toBeVisible();
    const all = await saveGroup(product, 'All of them', cameras);
    await changeScreen(product, kiosk, { groupId: all });
    await expectMoving(page, [watched(other)]);
    await expect(page.locator('[data-camera]')).toHaveCount(1);
  });

  test('shows a code within a second of its removal, with words', { tag: '@alone' }, async ({
    page,
  }) => {
    const kiosk = await pair(page, 'That is removed');
    const gone = await whenPicturesGo(page);
    const removedAtMs = Date.now();
    await removeScreen(product, kiosk);
    const tookMs = (await gone()) - removedAtMs;
    test.info().annotations.push({ type: 'pictures gone after', description: `${tookMs} ms` });
    expect(tookMs).toBeLessThan(removedWithinMs);
    await expect(page.getByText(/^This screen was “That is removed”/)).toBeVisible();
    await expect(codeOn(page)).toBeVisible();
    await page.reload();
    await expect(codeOn(page)).toBeVisible();
  });

  test('says since when the server is gone, and comes back by itself', async ({ page }) => {
    await pair(page, 'That waits');
    await page.evaluate(() => {
      document.documentElement.dataset.sameDocument = 'yes';
    });
    await product.stopProxy('SIGKILL');
    await expect(page.getByText(/OFFLINE since \d\d:\d\d:\d\d/)).toBeVisible({ timeout: 5000 });
    await expect(tileOf(page, cameras[0] as CameraView)).toBeVisible();
    await product.startProxy();
    await expectMoving(page, cameras.slice(0, 3).map(watched), backWithinMs);
    await expect(page.getByText(/OFFLINE since/)).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-same-document', 'yes');
  });

  test('that waits for its code finds the server again by itself', async ({ page }) => {
    await page.goto(`${product.origin}/kiosk`);
    const before = await readCode(page);
    await product.stopProxy();
    await expect(page.getByText(/This screen keeps trying by itself/)).toBeVisible();
    await product.startProxy();
    await expect(codeOn(page)).not.toHaveText(before);
    await expect(codeOn(page)).toBeVisible();
    await expect(page.getByText(/A new code comes by itself in/)).toBeVisible();
  });
});

/** Notes inside the page the moment in which its last picture goes. @returns the way to that moment */
async function whenPicturesGo(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[data-camera]') !== null) return;
      document.documentElement.dataset.goneAtMs = String(Date.now());
      observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  return async () => {
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-gone-at-ms', /^\d+$/);
    return Number(await html.getAttribute('data-gone-at-ms'));
  };
}
