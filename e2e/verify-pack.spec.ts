import { SiteControl } from '../scripts/site-control.ts';
import { exportKeySchema } from '../src/api/exports.ts';
import { routes } from '../src/api/routes.ts';
import { exportIn, orderExport } from './support/export-orders.ts';
import { expect, test } from './support/test.ts';

test.describe('an evidence pack', { tag: '@recordings' }, () => {
  // Who is handed a pack may look whether it is genuine, whatever else they may do.
  test.use({ signedInAs: 'viewer' });

  test('is found whole in the browser, and changed when one byte of it is', async ({
    page,
    product,
    site,
  }) => {
    const made = await orderExport(product, new SiteControl(site.value.controlOrigin));
    await exportIn(product, made, 'done');
    const reply = await product.ask(routes.evidencePack(made.id));
    const bytes = Buffer.from(await reply.arrayBuffer());
    const key = exportKeySchema.parse(await (await product.ask(routes.exportKey)).json());

    await page.goto(`${product.origin}/exports/verify`);
    const choose = (buffer: Buffer) =>
      page
        .getByLabel('ZIP file of a pack')
        .setInputFiles({ name: 'evidence.zip', mimeType: 'application/zip', buffer });
    await choose(bytes);
    await expect(page.getByText('Whole and unchanged')).toBeVisible();
    await expect(page.getByText(key.publicKey)).toBeVisible();
    await expect(page.getByText('Theft of a bicycle')).toBeVisible();

    const flipped = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    await choose(flipped);
    await expect(page.getByText('Not as it was written')).toBeVisible();
    await expect(page.getByRole('list', { name: 'What differs' })).toContainText('camera-1/');
  });
});
