import type { Page } from '@playwright/test';
import { SiteControl } from '../scripts/site-control.ts';
import { routes } from '../src/api/routes.ts';
import { exportIn, orderExport, recorder } from './support/export-orders.ts';
import { lookFrom, screenSeats } from './support/screen-sizes.ts';
import { expect, test } from './support/test.ts';

const names = [
  ...['Playback', 'Bookmarks', 'Exports', 'Verify an evidence pack', 'Cases'],
  'Proof of recording',
];

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true });

/** From one page to another by the name of the first. */
async function goTo(page: Page, from: string, to: string): Promise<void> {
  await heading(page, from).getByRole('button').click();
  await page.getByRole('menuitem', { name: to }).click();
  await expect(heading(page, to)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

for (const place of screenSeats) {
  const { seat, hasTouch, sizes } = place;
  test.describe(`pages about recordings on a ${seat}`, { tag: '@recordings' }, () => {
    test.use({ viewport: sizes[0], hasTouch, isMobile: hasTouch, actionTimeout: 10_000 });

    test('lead to each other from one spot', async ({ page, product }) => {
      const faults: string[] = [];
      await page.goto(`${product.origin}/playback/proof`);
      await expect(heading(page, 'Proof of recording')).toBeVisible();
      const spot = await heading(page, 'Proof of recording').boundingBox();
      for (const [at, name] of names.entries()) {
        await goTo(page, names.at(at - 1) ?? '', name);
        const { x, y } = (await heading(page, name).boundingBox()) ?? {};
        expect({ x, y }).toEqual({ x: spot?.x, y: spot?.y });
        await heading(page, name).getByRole('button').click();
        await expect(page.getByRole('menuitem')).toHaveText(names);
        await expect(page.getByRole('menu').locator('[aria-current]')).toHaveText(name);
        const picture = `place-${name.toLowerCase().replaceAll(' ', '-')}`;
        faults.push(...(await lookFrom(page, place, picture)));
        await page.keyboard.press('Escape');
        await expect(page.getByRole('menu')).toHaveCount(0);
      }
      expect(faults).toEqual([]);
    });
  });
}

test.describe('an export that runs', { tag: '@recordings' }, () => {
  test.afterEach(({ site }) =>
    new SiteControl(site.value.controlOrigin).disturbExports(recorder, {}),
  );

  test('is told of on the other pages, and found from there', async ({ page, product, site }) => {
    const control = new SiteControl(site.value.controlOrigin);
    await control.disturbExports(recorder, { bytesPerSecond: 2000 });
    const made = await orderExport(product, control);
    await page.goto(`${product.origin}/playback/bookmarks`);
    const told = page.getByRole('link', { name: /^1 export runs/ });
    await told.click();
    await expect(heading(page, 'Exports')).toBeVisible();
    await product.ask(routes.cancelExport(made.id), { method: 'POST', body: '{}' });
    await exportIn(product, made, 'cancelled');
    await goTo(page, 'Exports', 'Playback');
    await expect(told).toHaveCount(0);
    await product.ask(routes.exportOf(made.id), { method: 'DELETE' });
  });
});

test.describe('pages about recordings for a viewer', { tag: '@recordings' }, () => {
  test.use({ signedInAs: 'viewer' });

  test('leave out what viewers may not use', async ({ page, product }) => {
    await page.goto(`${product.origin}/playback`);
    await heading(page, 'Playback').getByRole('button').click();
    await expect(page.getByRole('menuitem')).toHaveText(names.filter((name) => name !== 'Exports'));
  });
});
