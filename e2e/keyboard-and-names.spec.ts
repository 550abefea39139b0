import type { Page } from '@playwright/test';
import { expectMoving } from './support/motion.ts';
import { readyCameras, saveWall } from './support/wall.ts';
import { expect, foundCameras, test } from './support/wizard.ts';

test.use({ viewport: { width: 1280, height: 900 }, actionTimeout: 10_000 });

/** Presses Tab until the control of that name has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      return label.trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test.describe('without a mouse', { tag: '@live' }, () => {
  test('from the first run to a camera on the wall', async ({ page, site, empty }) => {
    const roof = site.value.devices.find(({ name }) => name === 'Roof');
    const { keyboard } = page;
    await page.goto(empty.origin);
    await expect(page.getByText('Put your first cameras on the wall')).toBeVisible();
    await tabTo(page, /^Add a device$/);
    await keyboard.press('Enter');
    await expect(page.getByLabel('Address', { exact: true })).toBeFocused();
    await keyboard.type(roof?.origin.replace('http://', '') ?? '');
    await keyboard.press('Enter');
    await expect(page.getByLabel('User name', { exact: true })).toBeFocused();
    await keyboard.type(roof?.username ?? '');
    await keyboard.press('Tab');
    await keyboard.type(roof?.password ?? '');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'What was found' })).toBeFocused();
    await expectMoving(page, await foundCameras(page, [11]));
    await tabTo(page, /^Continue$/);
    await keyboard.press('Enter');
    await expect(page.getByLabel('Name of the device')).toBeFocused();
    await keyboard.type('Roof of the mill');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Roof of the mill is ready' })).toBeFocused();
    await tabTo(page, /^Show on the wall$/);
    await keyboard.press('Enter');
    await expect(page).toHaveURL(/\/live\//);
    await expect(page.getByRole('grid').locator('[data-camera]')).toHaveCount(1);
  });

  test('an empty wall is filled, and a tile carried, by keys', async ({ page, product }) => {
    const cameras = await readyCameras(product);
    const [first] = cameras;
    const view = await saveWall(product, {
      name: 'By keys',
      layout: '4',
      cameras: [null, null, null, null],
    });
    await page.goto(`${product.origin}/live/${view}`);
    const tile = (number: number) =>
      page.getByRole('gridcell', { name: new RegExp(`^Tile ${number},`) });
    await expect(tile(1)).toBeVisible();
    await tile(1).focus();
    await page.keyboard.press(String(first?.number));
    await page.keyboard.press('Enter');
    await expect(tile(1)).toHaveAccessibleName(new RegExp(`^Tile 1, ${first?.name}`));

    await page.keyboard.press('m');
    await expect(tile(1)).toHaveAccessibleName(/lifted/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(tile(2)).toHaveAccessibleName(new RegExp(`^Tile 2, ${first?.name}`));
    await expect(tile(1)).toHaveAccessibleName('Tile 1, empty');
    await expect(tile(2)).toBeFocused();

    await page.keyboard.press('Control+z');
    await expect(tile(1)).toHaveAccessibleName(new RegExp(`^Tile 1, ${first?.name}`));
    await page.keyboard.press('ArrowLeft');
    await expect(tile(1)).toBeFocused();
    await page.keyboard.press('f');
    await expect(page).toHaveURL(/\/cam\//);
    await expect(page.getByRole('heading', { name: first?.name ?? '' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/live\//);
    await page.close();
  });
});
