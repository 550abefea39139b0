import type { Page } from '@playwright/test';
import { type Product, runProduct } from '../scripts/run-product.ts';
import type { CameraView } from '../src/api/camera.ts';
import { hasFfmpeg } from './support/ffmpeg-relay.ts';
import { type ForeignRtsp, hasForeignRtsp, runForeignRtsp } from './support/foreign-rtsp.ts';
import { expectMoving } from './support/motion.ts';
import { type RtspOnlyCamera, startRtspOnlyCamera } from './support/rtsp-only-camera.ts';
import { expect, test } from './support/test.ts';
import { openWall, readyCameras, saveWall, tileOf } from './support/wall.ts';

const account = { username: "o'brien", password: 'p:w/%?#"@ é' };
const movesWithinMs = 20_000;

test.describe('RTSP of another maker', { tag: '@protocols' }, () => {
  test.skip(!hasFfmpeg(), 'there is no ffmpeg on this machine');
  test.skip(!hasForeignRtsp(), 'there is no RTSP server of GStreamer on this machine');

  let server: ForeignRtsp | undefined;
  let device: RtspOnlyCamera | undefined;
  let product: Product | undefined;

  test.afterEach(async ({ page }) => {
    await page.close();
    await product?.stop();
    await device?.stop();
    await server?.stop();
    [product, device, server] = [undefined, undefined, undefined];
  });

  const open = async (page: Page, password = account.password): Promise<CameraView> => {
    device = await startRtspOnlyCamera('Ball', server?.port ?? 0);
    product = await runProduct([
      {
        ...{ name: 'Ball', protocol: 'ipcamera', origin: device.origin },
        ...{ username: account.username, password },
      },
    ]);
    const [camera] = await readyCameras(product, 1);
    const shown = camera as CameraView;
    const viewId = await saveWall(product, { name: 'Ball', layout: '1', cameras: [shown] });
    await openWall(page, product, viewId);
    return shown;
  };
  const seen = ({ id, name }: CameraView) => ({ id, name, painted: null });

  for (const [authentication, transport] of [
    ['basic', 'any'],
    ['digest', 'any'],
    ['digest', 'udp'],
  ] as const) {
    const way = transport === 'udp' ? 'UDP, which is all it knows,' : 'TCP';
    test(`moves over ${way} behind ${authentication}`, async ({ page }) => {
      server = await runForeignRtsp({ port: 0, ...account, authentication, transport });
      const camera = await open(page);
      await expectMoving(page, [seen(camera)], movesWithinMs);
      await expect(tileOf(page, camera)).toHaveAttribute('data-stream', /rtsp/);
    });
  }

  test('says that the sign-in is refused where the password is wrong', async ({ page }) => {
    const [authentication, transport] = ['digest', 'any'] as const;
    server = await runForeignRtsp({ port: 0, ...account, authentication, transport });
    const camera = await open(page, 'another');
    await expect(tileOf(page, camera)).toContainText('Sign-in refused', {
      timeout: movesWithinMs,
    });
  });

  test('moves again after the server was away', async ({ page }) => {
    const options = { ...account, authentication: 'basic', transport: 'any' } as const;
    server = await runForeignRtsp({ port: 0, ...options });
    const camera = await open(page);
    await expectMoving(page, [seen(camera)], movesWithinMs);
    const { port } = server;
    await server.stop();
    await expect(tileOf(page, camera)).toHaveAttribute('data-state', /stale|offline/, {
      timeout: 10_000,
    });
    server = await runForeignRtsp({ port, ...options });
    await expectMoving(page, [seen(camera)], movesWithinMs);
  });
});
