import type { Page } from '@playwright/test';
import type { Product } from '../scripts/run-product.ts';
import { SiteControl } from '../scripts/site-control.ts';
import type { AlarmView } from '../src/api/alarms.ts';
import { routes } from '../src/api/routes.ts';
import { expectMoving, watched } from './support/motion.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { cameraNamed, openWall, readCameras, saveWall } from './support/wall.ts';

const recorder = 'Riverside recorder';

const test = testOfMakes('events', [
  recorder,
  'Annex video server',
  'Shop video server',
  'Barrier',
  'Yard',
]);

/** Which tiles play what; one that begins anew has another name, or another stream. */
function playing(page: Page, cameraIds: readonly string[]) {
  return page.evaluate(
    (ids) =>
      ids.map((id) => {
        const tile = document.querySelector(`[data-wall-tile] [data-camera="${id}"]`);
        return ['data-tile', 'data-player', 'data-stream'].map((name) => tile?.getAttribute(name));
      }),
    cameraIds,
  );
}

test.describe('a wall and an alarm', { tag: '@events' }, () => {
  // So wide that a tile shows the main stream, and the small one would do beside a spotlight.
  test.use({ viewport: { width: 2200, height: 1000 } });

  test('stands large beside the wall until it is acknowledged, and no other tile begins anew', async ({
    page,
    product,
    site,
  }) => {
    const cameras = await readCameras(
      product,
      8,
      ({ deviceName, state, streams }) =>
        deviceName === recorder && state === 'connected' && streams.length > 0,
    );
    const shown = ['Main gate', 'Lobby', 'Stairwell', 'Loading dock'].map((name) =>
      cameraNamed(cameras, name),
    );
    const ids = shown.map(({ id }) => id);
    const viewId = await saveWall(product, {
      name: 'With a spotlight',
      layout: '4',
      cameras: shown,
      alarmPolicy: 'spotlight',
    });
    await openWall(page, product, viewId);
    await expectMoving(page, shown.map(watched));
    const before = await playing(page, ids);

    await new SiteControl(site.value.controlOrigin).sendEvent({ device: recorder, kind: 'call' });
    const spotlight = page.getByRole('region', { name: /^Alarm: Emergency call/ });
    await expect(spotlight).toBeVisible();
    const border = page.locator('[data-tile-alarm][data-priority="1"]');
    await expect(border).toHaveCount(1);
    await expect(spotlight.locator(`[data-camera="${shown[2]?.id}"]`)).toHaveAttribute(
      'data-state',
      'live',
    );
    // Longer than a tile of another size takes to choose another stream.
    await expect(spotlight).toContainText(/ ([3-9]|\d\d) sec|min/);
    expect(await playing(page, ids)).toEqual(before);

    await acknowledge(product);
    await expect(spotlight).toBeHidden();
    await expect(border).toHaveCount(0);
    await expectMoving(page, shown.map(watched));
    expect(await playing(page, ids)).toEqual(before);
  });
});

/** As somebody at another window does. */
async function acknowledge(product: Product): Promise<void> {
  const list = (await (await product.ask(routes.alarms)).json()) as { alarms: AlarmView[] };
  const call = list.alarms.find(({ ruleId }) => ruleId === 'call');
  const reply = await product.ask(routes.alarmActions(call?.id ?? ''), {
    method: 'POST',
    body: JSON.stringify({
      requestId: `acknowledge ${call?.number}`,
      atMs: Date.now(),
      action: { kind: 'acknowledge', reason: 'test' },
    }),
  });
  expect(reply.status).toBe(200);
}
