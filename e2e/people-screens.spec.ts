import { type Product, runProduct } from '../scripts/run-product.ts';
import { addPerson, goodPassword, signInByPage } from './support/people.ts';
import { keepPicture, lookFrom, screenSeats } from './support/screen-sizes.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

test.use({ siteName: 'screens of people' });

/** Has nobody yet, and stays so. */
let bare: Product;

test.beforeAll(async () => {
  bare = await runProduct([], { WATCHFLOOR_DEMO: '' });
});
test.afterAll(() => bare?.stop());

for (const place of screenSeats) {
  const { seat, hasTouch, sizes } = place;
  test.describe(`people on a ${seat}`, { tag: '@trust' }, () => {
    test.use({
      signedInAs: null,
      viewport: sizes[0],
      hasTouch,
      isMobile: hasTouch,
      actionTimeout: 10_000,
      allowedFaults: [/status of (401|403)/],
    });

    test('the ways in', async ({ page, product }) => {
      const faults: string[] = [];
      const see = async (name: string) => {
        faults.push(...(await lookFrom(page, place, name)));
      };
      await page.goto(bare.origin);
      await expect(page.getByText('has not been set up yet')).toBeVisible();
      await see('set-up-needed');
      await page.goto(`${bare.origin}/setup#code`);
      await page.getByLabel('New password').fill('heron lantern');
      await see('set-up');
      await page.goto(product.origin);
      await signInByPage(page, 'Nobody');
      await expect(page.getByText('do not fit together')).toBeVisible();
      await see('sign-in');
      expect(faults).toEqual([]);
      await page.close();
    });

    test('the pages of an administrator', async ({ page, product }) => {
      const faults: string[] = [];
      const see = async (name: string) => {
        faults.push(...(await lookFrom(page, place, name)));
      };
      await readyCameras(product);
      await addPerson(product, { name: `Chief ${seat}`, role: 'administrator' });
      await page.goto(`${product.origin}/account`);
      await signInByPage(page, `Chief ${seat}`);
      await expect(page.getByText('You are signed in nowhere else.')).toBeVisible();
      await see('account');
      await page.getByRole('button', { name: /^Account of/ }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await keepPicture(page, `${seat}-account-menu`);
      await page.keyboard.press('Escape');
      await page.goto(`${product.origin}/people`);
      await expect(page.getByText(`Chief ${seat}`).first()).toBeVisible();
      await see('people');
      await page.getByRole('button', { name: 'Add a person' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill(`Guard ${seat}`);
      await dialog.getByRole('button', { name: 'Suggest one' }).click();
      await see('person');
      await dialog.getByRole('button', { name: 'Add a person' }).click();
      await expect(page.getByText('Hand it over yourself.', { exact: false })).toBeVisible();
      await see('secret');
      await page.getByRole('button', { name: 'I have passed it on' }).click();
      await page.getByRole('tab', { name: 'Camera groups' }).click();
      await see('groups-empty');
      await page.getByRole('button', { name: 'Add a camera group' }).first().click();
      await dialog.getByLabel('Name of the group').fill(`Doors ${seat}`);
      await dialog.getByRole('checkbox').first().check();
      await see('group');
      await dialog.getByRole('button', { name: 'Add a camera group' }).click();
      await expect(page.getByText(`Doors ${seat}`).first()).toBeVisible();
      await see('groups');
      await page.getByRole('tab', { name: 'Sessions' }).click();
      await expect(page.getByText('this browser')).toBeVisible();
      await see('sessions');
      await page.getByRole('tab', { name: 'Screens' }).click();
      await expect(page.getByText('/kiosk', { exact: false })).toBeVisible();
      await see('screens');
      await page.getByRole('button', { name: /^Account of/ }).click();
      await page.getByRole('menuitem', { name: 'Lock now' }).click();
      await page.getByRole('button', { name: /^Account of .*, locked$/ }).click();
      await page.getByRole('menuitem', { name: 'Unlock…' }).click();
      await expect(dialog).toContainText('Your password, please');
      await see('confirm');
      await dialog.getByLabel('Password', { exact: true }).fill(goodPassword);
      await page.keyboard.press('Enter');
      await expect(page.getByText('Unlocked.')).toBeVisible();
      expect(faults).toEqual([]);
      await page.close();
    });

    test('what a viewer sees', async ({ page, product }) => {
      const faults: string[] = [];
      const see = async (name: string) => {
        faults.push(...(await lookFrom(page, place, name)));
      };
      await readyCameras(product);
      await addPerson(product, { name: `Eye ${seat}`, role: 'viewer' });
      await page.goto(`${product.origin}/devices`);
      await signInByPage(page, `Eye ${seat}`);
      await expect(page.getByText('This page is not for your role')).toBeVisible();
      await see('forbidden');
      await page.getByRole('button', { name: 'Go to the live wall' }).click();
      await expect(page.getByRole('gridcell').first()).toBeVisible();
      await page.getByRole('gridcell').first().focus();
      await page.keyboard.press('Delete');
      await expect(page.getByText('Not saved: your role may look')).toBeVisible();
      await see('viewer-wall');
      expect(faults).toEqual([]);
      await page.close();
    });
  });
}
