import { runProduct, runSite } from '../../scripts/run-product.ts';
import { test as base, type TestFixtures, type WorkerFixtures } from './test.ts';

/**
 * A test against a whole site of its own, of which the product has some devices.
 * @param siteName unlike that of any other site
 * @param devices by their names; fewer are there sooner
 */
export function testOfMakes(siteName: string, devices: readonly string[]) {
  return base.extend<TestFixtures, WorkerFixtures>({
    siteName: [siteName, { scope: 'worker' }],
    site: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern
      async ({}, use) => {
        const site = await runSite(true);
        await use(site);
        await site.stop();
      },
      { scope: 'worker' },
    ],
    product: [
      async ({ site }, use) => {
        const product = await runProduct(
          site.value.devices.filter(({ name }) => devices.includes(name)),
        );
        await use(product);
        await product.stop();
      },
      { scope: 'worker' },
    ],
  });
}
