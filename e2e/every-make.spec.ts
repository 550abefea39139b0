import { existsSync } from 'node:fs';
import { type Product, type RunningSite, runProduct, runSite } from '../scripts/run-product.ts';
import type { CameraView } from '../src/api/camera.ts';
import { repackagingProcesses, stillRunning } from './support/ffmpeg-processes.ts';
import { hasFfmpeg } from './support/ffmpeg-relay.ts';
import { expectMoving, watched } from './support/motion.ts';
import { expect, test } from './support/test.ts';
import { cameraNamed, openWall, readyCameras, saveWall, tileOf } from './support/wall.ts';

const wholeSite = 23;
/** Some of every make: two recorders' channels, two cameras of one kind and two of the other, nine of servers. */
const onTheWall = [
  ...['Main gate', 'Lobby', 'Roof', 'Yard'],
  ...['Reception', 'Aisle 2', 'Ward 2', 'Roof plant'],
  ...['Shop video server 0', 'Shop video server 1'],
  ...['Tower', 'Barrier'],
];
/** Repackaging has to wait for the next key frame, and the device sends one every two seconds. */
const rtspWithinMs = 20_000;

test.describe('every make of device', { tag: ['@protocols', '@alone'] }, () => {
  // Higher than the pictures, so that no label of a tile lies over what is painted into them.
  test.use({ viewport: { width: 1600, height: 1200 } });

  let site: RunningSite;
  let product: Product;
  let cameras: CameraView[];

  test.beforeAll(async () => {
    site = await runSite(true);
    product = await runProduct(site.value.devices);
    cameras = await readyCameras(product, wholeSite);
  });

  test.afterAll(async () => {
    await product.stop();
    await site.stop();
  });

  test('moves on one wall', async ({ page }) => {
    expect(cameras).toHaveLength(wholeSite);
    const shown = onTheWall.map((name) => cameraNamed(cameras, name));
    const viewId = await saveWall(product, { name: 'Every make', layout: '12', cameras: shown });
    await openWall(page, product, viewId);
    await expectMoving(page, shown.map(watched), rtspWithinMs);
    const kindOf = (name: string) => tileOf(page, cameraNamed(cameras, name));
    await expect(kindOf('Main gate')).toHaveAttribute('data-stream', /flv$/);
    await expect(kindOf('Roof')).toHaveAttribute('data-stream', /mjpeg$/);
    await expect(kindOf('Reception')).toHaveAttribute('data-stream', /h26x$/);
    await expect(kindOf('Reception')).toHaveAttribute('data-player', 'webcodecs');
    await expect(kindOf('Shop video server 0')).toHaveAttribute('data-stream', /mjpeg$/);
  });

  test('shows RTSP by way of ffmpeg, whose arguments hold no account', async ({ page }) => {
    test.skip(!hasFfmpeg() || !existsSync('/proc/self'), 'needs ffmpeg, and /proc to look at it');
    const barrier = cameraNamed(cameras, 'Barrier');
    const account = site.value.devices.find(({ name }) => name === 'Barrier');
    const viewId = await saveWall(product, { name: 'Barrier', layout: '1', cameras: [barrier] });
    await openWall(page, product, viewId);
    await expectMoving(page, [watched(barrier)], rtspWithinMs);
    await expect(tileOf(page, barrier)).toHaveAttribute('data-stream', /rtsp/);
    const second = await page.context().newPage();
    await openWall(second, product, viewId);
    await expectMoving(second, [watched(barrier)], rtspWithinMs);

    const running = repackagingProcesses(product.pid());
    expect(running).toHaveLength(1);
    expect(running[0]?.commandLine).not.toContain(account?.password);
    expect(running[0]?.commandLine).not.toContain('rtsp://');

    await page.close();
    await second.close();
    await expect.poll(() => stillRunning(running), { timeout: 6000 }).toEqual([]);
  });

  test('leaves no ffmpeg behind when the server is killed', async ({ page }) => {
    test.skip(!hasFfmpeg() || !existsSync('/proc/self'), 'needs ffmpeg, and /proc to look at it');
    const own = await runProduct(site.value.devices.filter(({ name }) => name === 'Barrier'));
    const [barrier] = await readyCameras(own, 1);
    const shown = [barrier as CameraView];
    const viewId = await saveWall(own, { name: 'Barrier', layout: '1', cameras: shown });
    await openWall(page, own, viewId);
    await expectMoving(page, shown.map(watched), rtspWithinMs);
    const running = repackagingProcesses(own.pid());
    expect(running).toHaveLength(1);
    await page.close();
    await own.stopProxy('SIGKILL');
    await expect.poll(() => stillRunning(running), { timeout: 12_000 }).toEqual([]);
    await own.stop();
  });

  test('is shown without ffmpeg as well: by MJPEG, and RTSP says what it would need', async ({
    page,
  }) => {
    const without = await runProduct(
      site.value.devices.filter(({ name }) => name === 'Barrier'),
      { WATCHFLOOR_FFMPEG: 'no-such-program' },
    );
    const [barrier] = await readyCameras(without, 1);
    const shown = [barrier as CameraView];
    const needs = shown[0]?.streams.filter(({ kind }) => kind === 'rtsp').map((one) => one.needs);
    expect(new Set(needs)).toEqual(new Set(['ffmpeg']));
    const viewId = await saveWall(without, { name: 'Barrier', layout: '1', cameras: shown });
    await openWall(page, without, viewId);
    await expectMoving(page, shown.map(watched));
    await expect(page.locator('[data-camera]')).toHaveAttribute('data-stream', /mjpeg$/);
    await page.close();
    await without.stop();
  });
});
