import type { Frame, Page } from '@playwright/test';
import { type Product, runProduct } from '../scripts/run-product.ts';
import type { CameraView } from '../src/api/camera.ts';
import { attacks, honestDeeds } from './support/hostile-page.ts';
import {
  type Canary,
  type HostileRecorder,
  startCanary,
  startHostileRecorder,
} from './support/hostile-recorder.ts';
import {
  type RecorderFront,
  startRecorderFront,
  withoutStreams,
} from './support/recorder-front.ts';
import { expect, test } from './support/test.ts';
import { openWall, readyCameras, saveWall, tileOf } from './support/wall.ts';

const base = 'cams.localhost';
const channels = 8;

/** The two ways to give a page an origin of its own, and where the dashboard is opened for each. */
const modes = [
  { name: 'on a port of its own', dashboard: '127.0.0.1', ownHost: false },
  { name: 'on a host of its own', dashboard: base, ownHost: true },
] as const;

test.describe('the page of a device in its cage', { tag: '@trust' }, () => {
  // What the cage refuses, the browser says aloud.
  test.use({ allowedFaults: [/recorder\.js|Content Security Policy|sandboxed|Unsafe attempt/] });

  let front: RecorderFront;
  let recorder: HostileRecorder;
  let canary: Canary;
  let product: Product;
  let camera: CameraView;
  let viewId: string;

  test.beforeAll(async ({ site }) => {
    const [seeded] = site.value.devices;
    front = await startRecorderFront(seeded?.origin ?? '', withoutStreams);
    recorder = await startHostileRecorder(front.origin);
    canary = await startCanary();
    const device = {
      name: 'Hostile recorder',
      protocol: 'tsapi',
      origin: recorder.origin,
      username: seeded?.username ?? '',
      password: seeded?.password ?? '',
    };
    product = await runProduct([device], { WATCHFLOOR_PAGE_BASE: base });
    const cameras = await readyCameras(product, channels);
    camera = cameras[0] as CameraView;
    viewId = await saveWall(product, { name: 'Page', layout: '1', cameras: [camera] });
  });

  test.afterAll(async () => {
    await product.stop();
    await canary.stop();
    await recorder.stop();
    await front.stop();
  });

  test('breaks out where nothing holds it', async ({ page, context }) => {
    const free = `${recorder.origin}/watch`;
    await page.goto(free);
    const where = JSON.stringify({ canary: canary.origin });
    expect(await page.evaluate(`window.run(window.attack, 'send-away', ${where})`)).toBe(true);
    const opened = context.waitForEvent('page');
    expect(await page.evaluate(`window.run(window.attack, 'popup', ${where})`)).toBe(true);
    await (await opened).close();
    expect(canary.hits).toContain('POST /beacon');
    canary.forget();
    recorder.forget();
  });

  for (const { name, dashboard, ownHost } of modes) {
    test.describe(name, () => {
      let origin: string;

      const openPage = async (page: Page): Promise<Frame> => {
        const { port } = new URL(product.origin);
        origin = `http://${dashboard}:${port}`;
        await openWall(page, { ...product, origin }, viewId);
        await expect(tileOf(page, camera)).toHaveAttribute('data-player', 'page');
        await expect(tileOf(page, camera)).toHaveAttribute('data-state', 'degraded');
        const frame = page.frames().find((one) => one.parentFrame() === page.mainFrame());
        if (frame === undefined) throw new Error('no frame of a page');
        await frame.waitForFunction('window.run !== undefined');
        return frame;
      };

      test('works whole and breaks out in no way', async ({ page, context }) => {
        const frame = await openPage(page);
        const at = new URL(frame.url());
        expect(at.origin).not.toBe(origin);
        expect(at.hostname === dashboard).toBe(!ownHost);

        const run = (deeds: string, deed: string) =>
          frame.evaluate(`window.run(window.${deeds}, ${JSON.stringify(deed)}, ${where()})`);
        const where = () =>
          JSON.stringify({
            dashboard: origin,
            canary: canary.origin,
            camera: camera.id,
            port: new URL(origin).port,
          });
        const works = await Promise.all(honestDeeds.map((deed) => run('honest', deed)));
        expect(Object.fromEntries(honestDeeds.map((deed, index) => [deed, works[index]]))).toEqual(
          Object.fromEntries(honestDeeds.map((deed) => [deed, true])),
        );

        const viewsBefore = await page.evaluate(async () => (await fetch('/api/views')).text());
        const succeeded: string[] = [];
        for (const attack of attacks) if (await run('attack', attack)) succeeded.push(attack);
        expect(attacks).toHaveLength(11);
        expect(succeeded).toEqual([]);
        expect(canary.hits).toEqual([]);
        expect(context.pages()).toHaveLength(1);
        expect(page.url()).toContain(origin);
        expect(frame.url()).toBe(at.href);
        // The tossed cookies harm neither the dashboard nor the page.
        const views = await page.evaluate(async () => {
          const reply = await fetch('/api/views');
          return { status: reply.status, text: await reply.text() };
        });
        expect(views).toEqual({ status: 200, text: viewsBefore });
        expect(await run('honest', 'fetch')).toBe(true);
        expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
        // Nor has the device heard of anything that the browser knows.
        expect(recorder.asked.length).toBeGreaterThan(0);
        expect(recorder.asked.join('')).not.toMatch(
          /watchfloor|tossed|Mozilla|[Rr]eferer|"Origin"/,
        );
      });

      test('cannot lead itself away with what it has seen', async ({ page }) => {
        const frame = await openPage(page);
        const seen = `${canary.origin}/self?seen=1`;
        const refused = page.waitForEvent('console', (message) => /frame-src/.test(message.text()));
        await frame.evaluate((url) => {
          location.href = url;
        }, seen);
        await refused;
        expect(canary.hits).toEqual([]);
      });

      test('is a picture until somebody wants in, and Esc leads out of it', async ({ page }) => {
        const frame = await openPage(page);
        const tile = tileOf(page, camera);
        const element = page.locator('iframe');
        await expect(tile.getByText('Vendor page')).toBeVisible();
        await expect(element).toHaveAttribute('inert', '');

        const enter = tile.getByRole('button', { name: /Interact with the device's page/ });
        await enter.focus();
        await page.keyboard.press('Enter');
        await expect(tile.getByText(/You are in the page of/)).toBeVisible();
        await expect(element).not.toHaveAttribute('inert', '');
        // Inside the frame, where no key is the dashboard's.
        await frame.locator('#styled').click();
        expect(await frame.evaluate(() => document.hasFocus())).toBe(true);
        await page.keyboard.press('Escape');
        await expect(element).toHaveAttribute('inert', '');
        await expect(enter).toBeFocused();

        await enter.click();
        await page.keyboard.press('Escape');
        await expect(enter).toBeFocused();

        await enter.click();
        await frame.evaluate('window.messages()');
        await expect(tile.getByText(/You are in the page of/)).toBeVisible();
        await tile.getByRole('button', { name: 'Return' }).click();
        await expect(element).toHaveAttribute('inert', '');
        await expect(enter).toBeFocused();

        await enter.click();
        await page.getByRole('contentinfo').click({ position: { x: 2, y: 2 } });
        await expect(element).toHaveAttribute('inert', '');
      });
    });
  }
});
