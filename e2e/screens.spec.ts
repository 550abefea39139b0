import { look, lookFrom, screenSeats } from './support/screen-sizes.ts';
import { readyCameras } from './support/wall.ts';
import { expect, openWizard, rung, test } from './support/wizard.ts';

for (const place of screenSeats) {
  const { seat, hasTouch, sizes } = place;
  test.describe(`screens on a ${seat}`, { tag: '@live' }, () => {
    test.use({ viewport: sizes[0], hasTouch, isMobile: hasTouch, actionTimeout: 10_000 });

    test('a product with devices', async ({ page, product }) => {
      const faults: string[] = [];
      const see = async (name: string) => {
        faults.push(...(await lookFrom(page, place, name)));
      };
      const [camera] = await readyCameras(product);
      await page.goto(product.origin);
      await expect(page.locator('[data-camera]').first()).toBeVisible();
      await see('wall');
      await page.goto(`${product.origin}/cam/${camera?.id}`);
      await expect(page.getByRole('heading', { name: 'Main gate' })).toBeVisible();
      await see('focus');
      await page.goto(`${product.origin}/events`);
      await expect(
        page.getByRole('list', { name: 'Everything: events, the newest first' }),
      ).toBeVisible();
      await see('events');
      await page.goto(`${product.origin}/reports/shift`);
      await expect(page.getByRole('heading', { name: 'Key figures' })).toBeAttached();
      await see('shift-report');
      await page.goto(`${product.origin}/devices`);
      await expect(page.getByRole('link', { name: 'Riverside recorder' })).toBeVisible();
      await see('devices');
      await page.getByRole('link', { name: 'Riverside recorder' }).click();
      await expect(page.getByRole('heading', { name: 'Riverside recorder' })).toBeVisible();
      await expect(page.locator('[data-camera]')).toHaveCount(8);
      await see('device');
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await see('device-edit');
      await page.goto(`${product.origin}/nothing/here`);
      await expect(page.getByText('There is nothing at this address')).toBeVisible();
      await see('unknown');
      expect(faults).toEqual([]);
      await page.close();
    });

    test('the first run and each step of the wizard', async ({ page, site, empty }) => {
      const faults: string[] = [];
      const see = async (name: string) => {
        faults.push(...(await lookFrom(page, place, name)));
      };
      const roof = site.value.devices.find(({ name }) => name === 'Roof');
      await page.goto(empty.origin);
      await expect(page.getByText('Put your first cameras on the wall')).toBeVisible();
      await see('first-run');
      await page.goto(`${empty.origin}/devices`);
      await expect(page.getByText('No cameras yet')).toBeVisible();
      await see('no-devices');
      await openWizard(page, empty);
      await see('wizard-address');
      await page.getByLabel('Address', { exact: true }).fill(roof?.origin ?? '');
      await page.getByRole('button', { name: 'Check this address' }).click();
      await expect(rung(page, 'Log in')).toContainText('failed');
      await see('wizard-account');
      await page.getByLabel('User name', { exact: true }).fill(roof?.username ?? '');
      await page.getByLabel('Password', { exact: true }).fill(roof?.password ?? '');
      await page.getByRole('button', { name: 'Continue with this account' }).click();
      await expect(page.getByText(/camera found/)).toBeVisible();
      await see('wizard-check');
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
      await see('wizard-cameras');
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await expect(page.getByLabel('Name of the device')).toBeVisible();
      await see('wizard-name');
      await page.getByRole('button', { name: 'Save device' }).click();
      await expect(page.getByRole('heading', { name: /is ready/ })).toBeVisible();
      await see('wizard-done');
      expect(faults).toEqual([]);
    });
  });
}

test('the list of keys', { tag: '@live' }, async ({ page, product }) => {
  const [camera] = await readyCameras(product);
  await page.goto(product.origin);
  await expect(page.locator(`[data-camera="${camera?.id}"]`)).toBeVisible();
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  expect(await look(page, 'laptop-keys', 24)).toEqual([]);
});
