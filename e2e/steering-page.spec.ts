import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumFlags } from '../scripts/chromium-flags.mjs';
import { HeadWatch } from '../scripts/head-watch.ts';
import type { Product } from '../scripts/run-product.ts';
import { idsOf, type TurningCamera, turningCameras } from '../scripts/turning-cameras.ts';
import { lapseMs } from '../src/api/control.ts';
import { enterOnce } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

// A site of its own: the page asks for what it may no longer have once it is offline.
test.use({ siteName: 'steered by a page', allowedFaults: [/net::ERR_|WebSocket/] });

/** From the moment at which the camera should stop until its head stands. */
const limitMs = 1500;

/** Opens the view of a camera and holds its button until the head turns. */
async function turn(
  page: Page,
  product: Product,
  heads: HeadWatch,
  camera: TurningCamera,
): Promise<void> {
  const [cameraId = ''] = await idsOf(product, [camera]);
  await enterOnce(page.context(), product);
  const connected = page.waitForEvent('websocket', (socket) => socket.url().endsWith('/control'));
  await page.goto(`${product.origin}/cam/${cameraId}`);
  await (await connected).waitForEvent('framereceived');
  const right = page.getByRole('button', { name: 'Right', exact: true });
  await right.hover();
  await page.mouse.down();
  await heads.moves(camera);
}

/** The same by a finger, which the system may take away. */
async function touchDown(page: Page): Promise<() => Promise<unknown>> {
  const box = await page.getByRole('button', { name: 'Left', exact: true }).boundingBox();
  if (box === null) throw new RangeError('the pad is nowhere');
  const devtools = await page.context().newCDPSession(page);
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  return () => devtools.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
}

test('a page that steers stops the camera, however it ends', {
  tag: ['@control', '@alone'],
}, async ({ page, product, site, context }) => {
  await readyCameras(product);
  const heads = new HeadWatch(site.value.controlOrigin);
  const [gate, roof, workshop, canteen] = ['Main gate', 'Roof', 'Workshop', 'Canteen'].map((name) =>
    turningCameras.find((camera) => camera.name === name),
  );
  if (!gate || !roof || !workshop || !canteen) throw new RangeError('a camera is missing');
  const late: Record<string, number> = {};
  /** @param graceMs how long the lapse takes where the page can say nothing */
  const ends = async (
    name: string,
    camera: TurningCamera,
    graceMs: number,
    end: () => Promise<unknown>,
  ) => {
    const endedAtMs = Date.now();
    await end();
    late[name] = (await heads.standsAtMs(camera)) - endedAtMs - graceMs;
  };

  await turn(page, product, heads, gate);
  await ends('blur', gate, 0, () => page.evaluate(() => window.dispatchEvent(new Event('blur'))));
  await page.mouse.up();
  const cancel = await touchDown(page);
  await heads.moves(gate);
  await ends('pointer cancelled', gate, 0, cancel);

  await turn(page, product, heads, roof);
  await ends('offline', roof, lapseMs, () => context.setOffline(true));
  await context.setOffline(false);
  await page.mouse.up();

  const closing = await context.newPage();
  await turn(closing, product, heads, workshop);
  await ends('tab closed', workshop, 0, () => closing.close());

  await ends('browser killed', canteen, 0, await browserToKill(product, heads, canteen));

  console.log(`the head stood after ${JSON.stringify(late)} ms`);
  expect(Object.keys(late)).toHaveLength(5);
  expect(Object.entries(late).filter(([, ms]) => ms > limitMs)).toEqual([]);
});

/** @returns what kills (-9) a browser of its own in which a camera is being steered */
async function browserToKill(
  product: Product,
  heads: HeadWatch,
  camera: TurningCamera,
): Promise<() => Promise<unknown>> {
  const server = await chromium.launchServer({
    args: chromiumFlags,
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const context: BrowserContext = await browser.newContext();
  await turn(await context.newPage(), product, heads, camera);
  return () => server.kill();
}
