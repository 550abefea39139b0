import type { z } from 'zod/mini';
import type { Product, RunningSite } from '../scripts/run-product.ts';
import { SiteControl } from '../scripts/site-control.ts';
import type { eventPageSchema } from '../src/api/events.ts';
import { eventTopics } from '../src/domain/device-event.ts';
import { eventCases } from './support/every-event.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { readCameras } from './support/wall.ts';

const devices = [...new Set(eventCases.map(({ order }) => order.device))];
/** Two of one kind, since either tells one thing at a time. */
const alike: Readonly<Record<string, string>> = { Canteen: 'Yard' };
/** Lets the clock of a camera say again what it sees: nothing that is told. */
const untold = 'release';

const test = testOfMakes('every event', devices);
// As high as all rows: each that is there is drawn.
test.use({ viewport: { width: 1280, height: 6000 } });

/** Capitals count: what is disarmed is not armed. */
function saying(text: string): RegExp {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** A camera of this make is silent about its input until that is armed. */
async function armInput(site: RunningSite, name: string): Promise<void> {
  const device = site.value.devices.find((one) => one.name === name);
  const account = Buffer.from(`${device?.username}:${device?.password}`).toString('base64');
  const reply = await fetch(`${device?.origin}/set_alarm.cgi?input_armed=1`, {
    headers: { authorization: `Basic ${account}` },
  });
  expect(reply.status).toBe(200);
}

/** What a camera sees by itself would go on under the first order, in the row that it has by then. */
async function standStill(product: Product, control: SiteControl): Promise<void> {
  const device = 'Barrier';
  for (const kind of ['tampering', 'face']) await control.sendEvent({ device, kind, on: false });
  for (const input of ['1', '2']) {
    await control.sendEvent({ device, kind: 'input', input, on: false });
  }
  for (const window of [0, 1, 2, 3]) {
    await control.sendEvent({ device, kind: 'motion', window, on: false });
  }
  await expect
    .poll(async () => {
      const reply = await product.ask('/api/events?topics=motion,tampering,input&limit=100');
      const { events } = (await reply.json()) as z.infer<typeof eventPageSchema>;
      const goesOn = new Map<string, boolean>();
      for (const { cameraName, fact, endMs } of events) {
        const part = 'inputId' in fact ? fact.inputId : 'area' in fact ? fact.area : '';
        const what = `${fact.topic} ${part}`;
        if (cameraName !== device || goesOn.has(what)) continue;
        goesOn.set(what, endMs === undefined && 'active' in fact && fact.active);
      }
      return goesOn.size < 1
        ? 'nothing told'
        : [...goesOn].flatMap(([what, on]) => (on ? what : []));
    })
    .toEqual([]);
}

test('every event that a device can tell stands in a row, with its fields', {
  tag: '@events',
}, async ({ page, product, site }) => {
  const control = new SiteControl(site.value.controlOrigin);
  for (const device of devices.filter((name) => !(name in alike))) {
    const ordered = eventCases.filter(
      ({ order }) => (alike[order.device] ?? order.device) === device,
    );
    const kinds = new Set(ordered.map(({ order }) => order.kind));
    const offered = (await control.eventsSent(device)).kinds.filter((kind) => kind !== untold);
    expect([...kinds].sort(), device).toEqual([...offered].sort());
  }
  await armInput(site, 'Canteen');
  await readCameras(product, 20, ({ state }) => state === 'connected');
  await standStill(product, control);
  await page.goto(`${product.origin}/events?topics=${eventTopics.join(',')}`);
  await expect(page.getByText(`Listening to ${devices.length} of ${devices.length}`)).toBeVisible();
  for (const { order } of eventCases) await control.sendEvent(order);
  const rows = page
    .getByRole('list', { name: 'the newest first' })
    .getByRole('listitem')
    .filter({ hasNotText: 'when listening began' });
  for (const { order, says } of eventCases) {
    const row = says.reduce((found, text) => found.filter({ hasText: saying(text) }), rows);
    await expect(row.first(), JSON.stringify(order)).toBeVisible();
  }
});
