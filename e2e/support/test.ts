import { appendFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import {
  type Product,
  type RunningSite,
  runProduct,
  runSite,
  watchProducts,
} from '../../scripts/run-product.ts';
import type { Role } from '../../src/domain/role.ts';
import { canaryWatch } from './canary-watch.ts';
import { PageFaults } from './page-faults.ts';
import { BrowserSight } from './see-browser.ts';
import { enter } from './sign-in.ts';

watchProducts(canaryWatch);

export interface TestFixtures {
  /** Who uses the browser of a test, by their role in the demo; null for nobody. */
  readonly signedInAs: Role | null;
  /** Faults of pages that a test brings about on purpose; every other one fails it. */
  readonly allowedFaults: readonly RegExp[];
  readonly pageFaults: undefined;
  /** No credential of a device reaches the browser of a test. */
  readonly canaries: undefined;
}

export interface WorkerFixtures {
  /**
   * Names a site and a product of its own for the tests of a file that change what others would
   * find; files of one name share theirs.
   */
  readonly siteName: string;
  /** The simulated recorder and cameras, in a process of their own. */
  readonly site: RunningSite;
  /** The built product with the devices of the site, and no others. */
  readonly product: Product;
  /** No credential of a device lies in a log or a file of a product when all tests are done. */
  readonly canaryTotals: undefined;
}

/** Less than the reply of any product to whoever signs in. */
const leastReplyBytes = 100;

/** A test against the running product; any error that one of its pages reports fails it. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  siteName: ['shared', { scope: 'worker', option: true }],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern
    async ({}, use) => {
      const site = await runSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ site }, use) => {
      const product = await runProduct(site.value.devices);
      await use(product);
      await product.stop();
    },
    { scope: 'worker' },
  ],
  canaryTotals: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the wanted fixtures from the pattern
    async ({}, use) => {
      await use(undefined);
      const bytes = Object.fromEntries(canaryWatch.bytesByPlace);
      const { sightings } = canaryWatch;
      appendFileSync('.cache/canaries.ndjson', `${JSON.stringify({ bytes, sightings })}\n`);
      expect(sightings, 'credentials of devices').toEqual([]);
      // A watch that looks at nothing finds nothing either.
      const least = canaryWatch.products * leastReplyBytes;
      expect(canaryWatch.bytesByPlace.get('reply') ?? 0).toBeGreaterThanOrEqual(least);
    },
    { scope: 'worker', auto: true },
  ],
  signedInAs: ['administrator', { option: true }],
  context: async ({ context, product, signedInAs }, use) => {
    if (signedInAs !== null) await enter(context, product, signedInAs);
    await use(context);
  },
  allowedFaults: [[], { option: true }],
  canaries: [
    async ({ context }, use) => {
      const before = canaryWatch.sightings.length;
      const sight = new BrowserSight(canaryWatch, context);
      await use(undefined);
      await sight.lookAtPages();
      canaryWatch.revealing = false;
      expect(canaryWatch.sightings.slice(before), 'credentials of devices').toEqual([]);
    },
    { auto: true },
  ],
  pageFaults: [
    async ({ context, allowedFaults }, use) => {
      const faults = new PageFaults(context);
      await use(undefined);
      expect(faults.besides(allowedFaults), 'errors in the pages').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
