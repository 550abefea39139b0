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
      page.getByRole('list', { name: 'Events, the newest first' }).getByRole('listitem').filter({
        hasText: text,
      });
    await control.sendEvent({ device: recorder, channel: 1, kind: 'plate', plate: 'QX77ABC' });
    await expect(row('QX77ABC')).toContainText('Main gate');
    await control.sendEvent({ device: recorder, kind: 'call' });
    await expect(row('Emergency call').first()).toBeVisible();
    await control.sendEvent({ device: server, channel: 1, kind: 'motion' });
    await expect(row('Aisle 2').filter({ hasText: 'Motion started' }).first()).toBeVisible();
    await control.sendEvent({ device: 'Yard', kind: 'motion' });
    await expect(row('Yard').filter({ hasText: 'Motion started' }).first()).toBeVisible();
    await control.sendEvent({ device: 'Barrier', kind: 'tampering' });
    await expect(row('Barrier').filter({ hasText: 'ampering' }).first()).toBeVisible();
  });

  test('of a time in which nobody could listen are fetched, and the time is marked', async ({
    page,
    product,
  }) => {
    await control.failEvents(recorder, 'refuse', 60_000);
    await expect(page.getByText(`Nobody listens to ${recorder} since`)).toBeVisible();
    await control.sendEvent({ device: recorder, channel: 1, kind: 'plate', plate: 'LATE42' });
    await control.endEventFault(recorder);
    const gap = page.getByText(`Nobody listened to ${recorder} from`);
    await expect(gap).toContainText('Filled from its log');
    await expect(page.getByText('LATE42')).toBeVisible();
    // What was fetched stays, also for a window that comes later.
    await page.goto(`${product.origin}/events?topics=plate`);
    await expect(page.getByText('LATE42')).toBeVisible();
  });
});
