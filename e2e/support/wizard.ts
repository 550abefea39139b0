import type { Locator, Page } from '@playwright/test';
import { type Product, runProduct } from '../../scripts/run-product.ts';
import { expectMoving, type Watched } from './motion.ts';
import { enter, enterOnce } from './sign-in.ts';
import { test as base, expect } from './test.ts';

/** A test with a product that has no device yet, its own for each test. */
export const test = base.extend<{ readonly empty: Product }>({
  empty: async ({ page }, use) => {
    const product = await runProduct([]);
    await enter(page.context(), product);
    await use(product);
    // A page that outlives its server says so, and that would count as a fault.
    await page.close();
    await product.stop();
  },
});

export { expect };

export async function openWizard(page: Page, product: Product): Promise<void> {
  await enterOnce(page.context(), product);
  await page.goto(`${product.origin}/devices/new`);
  await expect(page.getByLabel('Address', { exact: true })).toBeFocused();
}

/** Types an address and has it checked. */
export async function check(page: Page, address: string): Promise<void> {
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Check this address' }).click();
}

export async function giveAccount(
  page: Page,
  account: { readonly username: string; readonly password: string },
): Promise<void> {
  await page.getByLabel('User name', { exact: true }).fill(account.username);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Continue with this account' }).click();
}

/** One rung of the ladder, by what it says. */
export function rung(page: Page, words: string): Locator {
  return page
    .getByRole('list', { name: 'Steps of the check' })
    .getByRole('listitem')
    .filter({ has: page.getByText(words, { exact: true }) });
}

/** The cameras of the step before the last, with what each must be seen to paint. */
export async function foundCameras(
  page: Page,
  painted: readonly (number | null)[],
): Promise<readonly Watched[]> {
  const tiles = page.getByRole('list', { name: 'Cameras of this device' }).locator('[data-camera]');
  await expect(tiles).toHaveCount(painted.length);
  const ids = await tiles.evaluateAll((all) =>
    all.map((tile) => {
      // A round corner would hide the beginning of the painted strip.
      const card = tile.closest('li');
      if (card !== null) card.style.borderRadius = '0';
      return tile.getAttribute('data-camera');
    }),
  );
  return painted.map((number, position) => ({
    id: ids[position] ?? '',
    name: `channel ${position + 1}`,
    painted: number,
  }));
}

/** From found to saved; the cameras of the device move before it is saved. */
export async function saveFound(
  page: Page,
  device: { readonly name: string; readonly painted: readonly (number | null)[] },
): Promise<void> {
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expectMoving(page, await foundCameras(page, device.painted));
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Name of the device').fill(device.name);
  await page.getByRole('button', { name: 'Save device' }).click();
  await expect(page.getByRole('heading', { name: `${device.name} is ready` })).toBeVisible();
}

/** Opens the wall of the device that was just saved; its cameras move there too. */
export async function showOnWall(page: Page, painted: readonly (number | null)[]): Promise<void> {
  await page.getByRole('button', { name: 'Show on the wall' }).click();
  await expect(page).toHaveURL(/\/live\//);
  const tiles = page.getByRole('grid').locator('[data-camera]');
  await expect(tiles).toHaveCount(painted.length);
  const ids = await tiles.evaluateAll((all) => all.map((tile) => tile.getAttribute('data-camera')));
  const cameras = painted.map((number, position) => ({
    id: ids[position] ?? '',
    name: `tile ${position + 1}`,
    painted: number,
  }));
  await expectMoving(page, cameras);
}
