import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Product, runProduct } from '../scripts/run-product.ts';
import { enter } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

test.describe('a product whose files were harmed', { tag: '@trust' }, () => {
  let folder = '';
  let product: Product;

  test.beforeEach(async ({ site, context }) => {
    folder = mkdtempSync(join(tmpdir(), 'watchfloor-harmed-'));
    product = await runProduct(
      site.value.devices.filter(({ protocol }) => protocol === 'ipcam'),
      {
        WATCHFLOOR_DATA: join(folder, 'data'),
        WATCHFLOOR_KEY_FILE: join(folder, 'keys', 'master.key'),
      },
    );
    await readyCameras(product, 4);
    await enter(context, product);
  });
  test.afterEach(async ({ page }) => {
    await page.close();
    await product.stop();
    rmSync(folder, { recursive: true });
  });

  test('says at each device and above all that passwords must be entered again', async ({
    page,
  }) => {
    await product.stopProxy();
    rmSync(join(folder, 'keys', 'master.key'));
    await product.startProxy();
    await page.goto(`${product.origin}/devices`);
    await expect(page.getByText('Passwords must be entered again: 4 devices.')).toBeVisible();
    await page.getByRole('link', { name: 'Roof', exact: true }).click();
    await expect(page.getByText('The password must be entered again.')).toBeVisible();
    // Nothing else is lost.
    await expect(page.getByRole('heading', { name: 'Roof' })).toBeVisible();
  });

  test('goes back to a copy of a damaged registry, and says of what time', async ({
    page,
    context,
  }) => {
    await product.stopProxy('SIGKILL');
    const registry = join(folder, 'data', 'watchfloor.sqlite');
    truncateSync(registry, 8192);
    // Its journal alone would be enough to mend it.
    rmSync(`${registry}-wal`);
    await product.startProxy();
    // The copy is of the start, when nobody had signed in.
    await enter(context, product);
    await page.goto(`${product.origin}/devices`);
    await expect(page.getByText(/The registry was damaged. A copy of .+ is in use/)).toBeVisible();
  });
});
