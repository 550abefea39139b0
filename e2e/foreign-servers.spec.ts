import type { RunningSite } from '../scripts/run-product.ts';
import { hasFfmpeg, runFfmpegMjpeg } from './support/ffmpeg-relay.ts';
import { runMediaServer } from './support/media-server.ts';
import { check, expect, openWizard, rung, saveFound, showOnWall, test } from './support/wizard.ts';

/** FLV of the recorder's first channel, with its account; the picture carries the number 1. */
function flvOfGate(site: RunningSite): URL {
  const recorder = site.value.devices.find(({ protocol }) => protocol === 'tsapi');
  const source = new URL('/live?port=1935&app=live&stream=ch1sub', recorder?.origin);
  source.username = recorder?.username ?? '';
  source.password = recorder?.password ?? '';
  return source;
}

test.describe('servers of other makers', { tag: '@live' }, () => {
  for (const scheme of ['http', 'ws'] as const) {
    test(`plays FLV of node-media-server over ${scheme}`, async ({ page, site, empty }) => {
      const media = await runMediaServer(flvOfGate(site), '/live/gate');
      try {
        await openWizard(page, empty);
        await check(page, `${scheme}://${media.host}/live/gate.flv`);
        await expect(page.getByRole('heading', { name: 'Why Plain stream' })).toBeVisible();
        await expect(rung(page, 'Recognise the protocol')).toContainText('FLV');
        await saveFound(page, { name: `Gate over ${scheme}`, painted: [1] });
        await showOnWall(page, [1]);
        await expect(page.getByRole('grid').locator('[data-player="webcodecs"]')).toHaveCount(1);
      } finally {
        await media.stop();
      }
    });
  }

  test('plays MJPEG of ffmpeg', async ({ page, site, empty }) => {
    test.skip(!hasFfmpeg(), 'there is no ffmpeg on this machine');
    const ffmpeg = await runFfmpegMjpeg(flvOfGate(site));
    try {
      await openWizard(page, empty);
      await check(page, ffmpeg.address);
      await expect(page.getByRole('heading', { name: 'Why Plain stream' })).toBeVisible();
      await saveFound(page, { name: 'Gate of ffmpeg', painted: [1] });
      await showOnWall(page, [1]);
      await expect(page.getByRole('grid').locator('[data-player="frames"]')).toHaveCount(1);
    } finally {
      await ffmpeg.stop();
    }
  });
});
