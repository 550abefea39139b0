import { runProduct } from '../scripts/run-product.ts';
import { hasFfmpeg } from './support/ffmpeg-relay.ts';
import { hasForeignRtsp, runForeignRtsp } from './support/foreign-rtsp.ts';
import {
  check,
  expect,
  giveAccount,
  openWizard,
  rung,
  saveFound,
  showOnWall,
  test,
} from './support/wizard.ts';

const account = { username: 'guard', password: 'night/shift?7' };

test.describe('the address of an RTSP stream', { tag: '@protocols' }, () => {
  test.skip(!hasForeignRtsp(), 'there is no RTSP server of GStreamer on this machine');

  for (const authentication of ['basic', 'digest'] as const) {
    test(`becomes a camera that moves, by ${authentication}`, async ({ page, empty }) => {
      test.skip(!hasFfmpeg(), 'there is no ffmpeg on this machine');
      const server = await runForeignRtsp({
        port: 0,
        ...account,
        authentication,
        transport: 'any',
      });
      try {
        await openWizard(page, empty);
        await check(page, `rtsp://127.0.0.1:${server.port}/h264`);
        await giveAccount(page, account);
        await expect(page.getByRole('heading', { name: 'Why Plain stream' })).toBeVisible();
        await expect(rung(page, 'Get a first answer')).toContainText('GStreamer');
        await expect(rung(page, 'Recognise the protocol')).toContainText('RTSP');
        await saveFound(page, { name: 'Ball', painted: [null] });
        await showOnWall(page, [null]);
        await expect(page.getByRole('grid').locator('[data-stream$="rtsp"]')).toHaveCount(1);
      } finally {
        await server.stop();
      }
    });
  }

  test('is kept without ffmpeg as well, and says what it needs', async ({ page }) => {
    const product = await runProduct([], { WATCHFLOOR_FFMPEG: 'no-such-program' });
    const options = { ...account, authentication: 'digest', transport: 'any' } as const;
    const server = await runForeignRtsp({ port: 0, ...options });
    try {
      await openWizard(page, product);
      await check(page, `rtsp://127.0.0.1:${server.port}/h264`);
      await giveAccount(page, account);
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      const tile = page.getByRole('list', { name: 'Cameras of this device' });
      await expect(tile).toContainText('ffmpeg');
    } finally {
      await page.close();
      await product.stop();
      await server.stop();
    }
  });
});
