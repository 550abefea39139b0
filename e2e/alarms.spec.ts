import type { Page } from '@playwright/test';
import { SiteControl } from '../scripts/site-control.ts';
import { lookFrom, screenSeats } from './support/screen-sizes.ts';
import { enter } from './support/sign-in.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const seenWithinMs = 1000;

const test = testOfMakes('alarms', [recorder]);
// What the browser says of itself while it has no network.
test.use({ signedInAs: 'operator', allowedFaults: [/net::ERR_INTERNET_DISCONNECTED|WebSocket/] });

const alarm = (page: Page) => page.getByRole('article', { name: /Critical: Emergency call/ });

/** Which windows sound, and which would take over. */
function soundLocks(page: Page): Promise<{ held: number; pending: number }> {
  return page.evaluate(async () => {
    const locks = await navigator.locks.query();
    const count = (all: LockInfo[] | undefined) =>
      all?.filter(({ name }) => name === 'watchfloor.alarm-sound').length ?? 0;
    return { held: count(locks.held), pending: count(locks.pending) };
  });
}

/** When the page first says so, by the clock of the computer. */
function momentOf(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => document.querySelector('article')?.textContent?.includes(wanted);
        const watch = new MutationObserver(() => {
          if (!look()) return;
          watch.disconnect();
          resolve(Date.now());
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    text,
  );
}

test.describe('an alarm', { tag: '@events' }, () => {
  test('is the same for two people, also for one who was without network', async ({
    page,
    context,
    browser,
    product,
    site,
  }) => {
    const control = new SiteControl(site.value.controlOrigin);
    await readCameras(product, 8, ({ state }) => state === 'connected');
    const otherContext = await browser.newContext();
    await enter(otherContext, product, 'supervisor');
    const other = await otherContext.newPage();
    await Promise.all([page, other].map((each) => each.goto(`${product.origin}/alarms`)));
    const none = { name: 'No open alarm' };
    await expect(page.getByRole('heading', none)).toBeVisible();
    await expect(other.getByRole('heading', none)).toBeVisible();

    await control.sendEvent({ device: recorder, kind: 'call' });
    await expect(alarm(page)).toContainText('Not acknowledged');
    await expect(alarm(other)).toContainText('Not acknowledged');
    await expect(page).toHaveTitle('(1) Watchfloor');
    expect(await lookFrom(page, screenSeats[0], 'alarms')).toEqual([]);

    // A second window of the same browser: one sounds for both, and both are silenced.
    const second = await context.newPage();
    await second.goto(product.origin);
    await expect(second).toHaveTitle('(1) Watchfloor');
    await second.keyboard.press('\\');
    await expect.poll(() => soundLocks(second)).toEqual({ held: 1, pending: 1 });
    await page.getByRole('button', { name: 'Silence', exact: true }).click();
    await expect(second.getByText('Silenced')).toBeVisible();
    await second.close();

    await alarm(page).click();
    await page.keyboard.press('a');
    await expect(page.getByRole('button', { name: /^Real/ })).toBeFocused();
    const seen = momentOf(other, 'Acknowledged');
    const pressedAtMs = Date.now();
    await page.keyboard.press('1');
    expect((await seen) - pressedAtMs).toBeLessThanOrEqual(seenWithinMs);
    await expect(page).toHaveTitle('Watchfloor');

    await context.setOffline(true);
    await expect(page.getByText(/Alarms are unknown since/)).toBeVisible();
    await page.keyboard.press('i');
    await expect(alarm(page)).toContainText('not sent');
    await expect(page.getByText('1 action is not sent yet.')).toBeVisible();
    await context.setOffline(false);
    await expect(alarm(other)).toContainText(/with \S/);
    await expect(page.getByText('1 action is not sent yet.')).toBeHidden();
    await expect(alarm(page)).toContainText('with you');
    await otherContext.close();
  });
});
