import { SiteControl } from '../scripts/site-control.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const server = 'Annex video server';
const makes = [recorder, server, 'Shop video server', 'Barrier', 'Yard'];

const test = testOfMakes('events', makes);

test.describe('events', { tag: '@events' }, () => {
  let control: SiteControl;

  test.beforeEach(async ({ page, product, site }) => {
    control = new SiteControl(site.value.controlOrigin);
    await readCameras(product, 19, ({ state }) => state === 'connected');
    await page.goto(`${product.origin}/events`);
    await expect(page.getByText('Listening to 5 of 5 devices')).toBeVisible();
  });

  test('of every make come to the list as they happen, with what they say', async ({ page }) => {
    const row = (text: string) =>
      page
        .getByRole('list', { name: 'Everything: events, the newest first' })
        .getByRole('listitem')
        .filter({ hasText: text });
    const motion = page.getByRole('region', { name: 'Motion of the last 10 minutes' });
    await control.sendEvent({ device: recorder, channel: 1, kind: 'plate', plate: 'QX77ABC' });
    await expect(row('QX77ABC')).toContainText('Main gate');
    await control.sendEvent({ device: recorder, kind: 'call' });
    await expect(row('Emergency call').first()).toBeVisible();
    await control.sendEvent({ device: server, channel: 1, kind: 'motion' });
    await expect(motion.getByRole('button', { name: /^Aisle 2 .*in 10 min/ })).toBeVisible();
    await control.sendEvent({ device: 'Yard', kind: 'motion' });
    await expect(motion.getByRole('button', { name: /^Yard .*in 10 min/ })).toBeVisible();
    await control.sendEvent({ device: 'Barrier', kind: 'tampering' });
    await expect(row('Barrier').filter({ hasText: 'ampering' }).first()).toBeVisible();

    await row('QX77ABC').getByRole('button').click();
    const opened = page.getByRole('complementary');
    await expect(
      opened.getByRole('img', { name: 'Picture of QX77ABC at Main gate' }),
    ).toBeVisible();
    await expect(opened.locator('[data-state=live]').first()).toBeVisible();
    await expect(page).toHaveURL(/event=/);
  });

  test('of a time in which nobody could listen are fetched, and the time is marked', async ({
    page,
    product,
  }) => {
    await control.failEvents(recorder, 'refuse', 60_000);
    await expect(page.getByText(`Nobody listens to ${recorder} since`).first()).toBeVisible();
    await control.sendEvent({ device: recorder, channel: 1, kind: 'plate', plate: 'LATE42' });
    await control.endEventFault(recorder);
    const gap = page.getByText(`Nobody listened to ${recorder} from`).first();
    await expect(gap).toContainText('Filled from its log');
    await expect(page.getByText('LATE42').first()).toBeVisible();
    // What was fetched stays, also for a window that comes later.
    await page.goto(`${product.origin}/events?topics=plate`);
    await expect(page.getByText('LATE42')).toBeVisible();
  });
});
