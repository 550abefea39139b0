import type { Page } from '@playwright/test';
import type { Product } from '../scripts/run-product.ts';
import { SiteControl } from '../scripts/site-control.ts';
import type { ExportOrderRequest, ExportView } from '../src/api/exports.ts';
import { routes } from '../src/api/routes.ts';
import { verifyCommand } from '../src/proxy/exports/verify-command.ts';
import { lookFrom, screenSeats } from './support/screen-sizes.ts';
import { expect, test } from './support/test.ts';
import { cameraNamed, readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const minuteMs = 60_000;
/** A camera brings some 450 kB in half a minute. */
const slowly = { bytesPerSecond: 150_000 };
const hardly = { bytesPerSecond: 2000 };

const card = (page: Page, name: string) => page.getByRole('listitem', { name, exact: true });

test.describe('exports', { tag: '@recordings' }, () => {
  test.afterEach(({ site }) =>
    new SiteControl(site.value.controlOrigin).disturbExports(recorder, {}),
  );

  test('go from the timeline to a pack that verifies, also while no window is open', async ({
    page,
    context,
    product,
    site,
  }) => {
    const control = new SiteControl(site.value.controlOrigin);
    const cameras = await readCameras(product, 8, ({ deviceName }) => deviceName === recorder);
    const gate = cameraNamed(cameras, 'Main gate');
    const t = new Date(Date.now() - 20 * minuteMs).toISOString();
    await control.disturbExports(recorder, slowly);
    await page.goto(`${product.origin}/playback?cams=${gate.id}&t=${t}&span=5m`);
    await expect(page.getByRole('region', { name: 'Recording of Main gate' })).toBeVisible();
    await chooseOnTimeline(page, 0.2, 0.4);
    await expect(page.getByText(/: 1 min( \d s)? chosen/)).toBeVisible();
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Export recordings' });
    await expect(dialog.getByText('recorded throughout')).toBeVisible();
    await dialog.getByLabel('Name').fill('Ladder at the wall');
    await dialog.getByLabel('Recipient').fill('River Police');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: /1 export runs/ })).toBeVisible();
    await page.close();

    const again = await context.newPage();
    await again.goto(`${product.origin}/exports`);
    const own = card(again, 'Ladder at the wall');
    const bar = own.getByRole('progressbar');
    // Nothing is reloaded: what moves was pushed.
    await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
    await control.disturbExports(recorder, {});
    await expect(own).toContainText('All recordings of this time are in the pack.');
    await expect(own).toContainText('For River Police');
    const [download] = await Promise.all([
      again.waitForEvent('download'),
      own.getByRole('link', { name: /^Download the pack/ }).click(),
    ]);
    const pack = test.info().outputPath('pack.zip');
    await download.saveAs(pack);
    const { publicKey } = (await (await product.ask(routes.exportKey)).json()) as {
      publicKey: string;
    };
    const { code, text } = await verifyCommand([pack, '--key', publicKey]);
    expect(text).toContain('files are as they were written, and the signature fits.');
    expect(code).toBe(0);
  });

  test('are cancelled in one window, and every other one sees it', async ({
    page,
    context,
    product,
    site,
  }) => {
    const control = new SiteControl(site.value.controlOrigin);
    const cameras = await readCameras(product, 8, ({ deviceName }) => deviceName === recorder);
    await control.disturbExports(recorder, hardly);
    await page.goto(`${product.origin}/exports`);
    const other = await context.newPage();
    await other.goto(`${product.origin}/exports`);
    const cameraIds = [cameraNamed(cameras, 'Main gate').id];
    const { id } = await order(product, { name: 'Yard at noon', cameraIds });
    await expect(card(other, 'Yard at noon')).toContainText('Running');
    await card(page, 'Yard at noon')
      .getByRole('button', { name: /^Cancel/ })
      .click();
    await page.getByRole('button', { name: 'Cancel the export' }).click();
    for (const window of [page, other]) {
      await expect(card(window, 'Yard at noon')).toContainText('None of its files are kept');
    }
    expect((await product.ask(routes.evidencePack(id))).status).toBe(404);
    await card(page, 'Yard at noon')
      .getByRole('button', { name: /^Remove/ })
      .click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(card(other, 'Yard at noon')).toHaveCount(0);
  });
});

test.describe('exports of a viewer', { tag: '@recordings' }, () => {
  test.use({ signedInAs: 'viewer' });

  test('are not offered, and the page says who may', async ({ page, product }) => {
    await page.goto(`${product.origin}/playback`);
    await expect(page.getByRole('slider', { name: 'Timeline' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Export/ })).toHaveCount(0);
    await page.keyboard.press('x');
    await page.goto(`${product.origin}/exports`);
    await expect(
      page.getByRole('heading', { name: 'This page is not for your role' }),
    ).toBeVisible();
  });
});

for (const place of screenSeats) {
  const { seat, hasTouch, sizes } = place;
  test.describe(`screens of exports on a ${seat}`, { tag: '@recordings' }, () => {
    test.use({ viewport: sizes[0], hasTouch, isMobile: hasTouch, actionTimeout: 10_000 });

    test('have nothing to stumble over', async ({ page, product }) => {
      const faults: string[] = [];
      const [gate] = await readCameras(product, 8, ({ deviceName }) => deviceName === recorder);
      const ordered = await order(product, { name: 'Yard', cameraIds: [gate?.id ?? ''] });
      await page.goto(`${product.origin}/exports`);
      await expect(card(page, 'Yard')).toContainText('All recordings of this time');
      faults.push(...(await lookFrom(page, place, 'exports')));
      const t = new Date(ordered.fromMs).toISOString();
      await page.goto(`${product.origin}/playback?cams=${gate?.id}&t=${t}&span=5m`);
      await expect(page.getByRole('region', { name: 'Recording of Main gate' })).toBeVisible();
      await page.keyboard.press('[');
      await page.keyboard.press('x');
      const dialog = page.getByRole('dialog', { name: 'Export recordings' });
      await expect(dialog.getByText('recorded throughout')).toBeVisible();
      await dialog.getByText('Choose cameras').first().click();
      await dialog.getByText('Files: subtitles').click();
      faults.push(...(await lookFrom(page, place, 'export-dialog')));
      expect(faults).toEqual([]);
      await product.ask(routes.exportOf(ordered.id), { method: 'DELETE' });
    });
  });
}

async function order(product: Product, more: Partial<ExportOrderRequest>): Promise<ExportView> {
  const toMs = Date.now() - 20 * minuteMs;
  const reply = await product.ask(routes.exports, {
    method: 'POST',
    body: JSON.stringify({
      ...{ name: '', cameraIds: [], fromMs: toMs - minuteMs, toMs, subtitles: 'none' },
      ...{ partBytes: null, password: null, submitter: '', recipient: '', purpose: '' },
      ...more,
    }),
  });
  expect(reply.status, await reply.clone().text()).toBe(201);
  return (await reply.json()) as ExportView;
}

/** Drags with Shift from one share of the width of the timeline to another. */
async function chooseOnTimeline(page: Page, from: number, to: number): Promise<void> {
  const box = await page.getByRole('slider', { name: 'Timeline' }).boundingBox();
  if (box === null) throw new TypeError('no timeline');
  const y = box.y + box.height - 10;
  await page.mouse.move(box.x + box.width * from, y);
  await page.keyboard.down('Shift');
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
}
