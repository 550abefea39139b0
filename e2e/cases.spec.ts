import { raisedAlarm } from './support/alarms.ts';
import { look, lookFrom, screenSeats } from './support/screen-sizes.ts';
import { enter } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

test.use({ siteName: 'with cases' });

const minuteMs = 60_000;
const [desk, phone] = screenSeats;

test.describe('a case', { tag: '@recordings' }, () => {
  test('gathers a bookmark and an alarm, in the windows of others as well', async ({
    browser,
    page,
    product,
    site,
  }) => {
    const [camera] = await readyCameras(product);
    const t = new Date(Date.now() - 10 * minuteMs).toISOString();
    await page.goto(`${product.origin}/playback?cams=${camera?.id}&t=${t}`);
    await expect(page.locator('section', { hasText: 'Recorded' })).toHaveCount(1);
    await page.keyboard.press('b');
    await page.getByLabel('Note').fill('A man with a ladder');
    await page.getByLabel('Then add it to a case').check();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('combobox', { name: 'Case' })).toBeFocused();
    await page.keyboard.type('Theft of copper');
    await expect(page.getByRole('option', { name: 'New case “Theft of copper”' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await expect(page.getByRole('heading', { name: 'Theft of copper' })).toBeVisible();
    await expect(page.getByRole('listitem')).toContainText(['A man with a ladder']);

    // Another person, who walks.
    const [{ width, height }] = phone.sizes;
    const elsewhere = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
    });
    await enter(elsewhere, product, 'supervisor');
    const other = await elsewhere.newPage();
    await other.goto(`${product.origin}/cases`);
    await expect(other.getByText('1 bookmark')).toBeVisible();
    const faults = await lookFrom(other, phone, 'cases');
    await other.getByRole('button', { name: 'Open the case “Theft of copper”' }).click();
    await expect(other.getByText('A man with a ladder')).toBeVisible();

    const alarmId = await raisedAlarm(product, site);
    await page.goto(`${product.origin}/alarms/${alarmId}`);
    await page.getByRole('button', { name: 'Add to a case' }).click();
    await expect(page.getByRole('option', { name: 'Theft of copper' })).toBeVisible();
    faults.push(...(await look(page, 'desk-add-to-case', desk.leastTargetPx)));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Added to “Theft of copper”.')).toBeVisible();
    await expect(other.getByRole('listitem').filter({ hasText: 'Emergency call' })).toBeVisible();
    faults.push(...(await lookFrom(other, phone, 'case')));

    await other.getByRole('button', { name: 'Close the case' }).click();
    await page.getByRole('button', { name: 'Open the case' }).click();
    await expect(page.getByText('Closed by Demo supervisor')).toBeVisible();
    await page.getByRole('button', { name: /^Play: Bookmark/ }).click();
    await expect(page.locator('section', { hasText: 'Recorded' })).toHaveCount(1);
    expect(faults).toEqual([]);
    await elsewhere.close();

    await page.goBack();
    await page.getByRole('button', { name: 'Remove the case' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the case' }).click();
    await expect(page.getByText('The case is removed.')).toBeVisible();
    await expect(page.getByText('There are no open cases')).toBeVisible();
  });
});
