import type { Page } from '@playwright/test';
import type { z } from 'zod/mini';
import { SiteControl } from '../scripts/site-control.ts';
import type { eventPageSchema } from '../src/api/events.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const withoutLog = 'Yard';
const firstBurst = 300;
/** More than a window is sent that comes back. */
const secondBurst = 6000;
const backWithinMs = 5000;

const test = testOfMakes('events broken', [recorder, withoutLog]);
test.use({
  // While the server is away nothing can be fetched from it, and the browser says so.
  // The recorder keeps a thousand pictures, and more events.
  allowedFaults: [
    /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to '\S+' failed|status of 501 \(Not Implemented\) \(\S+\/image\)/,
  ],
});

/** As of a machine that is asleep: no script runs, no message is read. @returns the way to wake it */
async function fallAsleep(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  const paused = new Promise<void>((resolve) => session.once('Debugger.paused', () => resolve()));
  await session.send('Debugger.pause');
  // It stops at the next step of whatever script there is.
  const step = session.send('Runtime.evaluate', { expression: '0' });
  await paused;
  return async () => {
    await session.send('Debugger.resume');
    await step;
    await session.detach();
  };
}

test('no event is lost that the device still has while the server is killed and a window sleeps', {
  tag: ['@events', '@alone'],
}, async ({ page, product, site, context }) => {
  const control = new SiteControl(site.value.controlOrigin);
  await readCameras(product, 9, ({ state }) => state === 'connected');
  const asleep = await context.newPage();
  for (const one of [asleep, page]) {
    await one.goto(`${product.origin}/events?topics=plate`);
    await expect(one.getByText('Listening to 2 of 2 devices')).toBeVisible();
  }
  const journal = async (query: string): Promise<z.infer<typeof eventPageSchema>> =>
    (await (await product.ask(`/api/events?${query}`)).json()) as z.infer<typeof eventPageSchema>;
  const wake = await fallAsleep(asleep);

  // Killed while they come; the rest comes while nobody can listen.
  await control.burst(recorder, { kind: 'plate', count: firstBurst, perSecond: 150 });
  await expect(page.getByRole('listitem').filter({ hasText: /B\d/ }).first()).toBeVisible();
  await product.stopProxy('SIGKILL');
  const told = async () => (await control.eventsSent(recorder)).told;
  await expect.poll(told).toBe(firstBurst);
  await product.startProxy();
  const startedAtMs = Date.now();
  const wanted = Array.from({ length: firstBurst }, (_, index) => `B${index + 1}`).sort();
  const kept = async () =>
    (await journal('topics=plate&limit=500')).events
      .flatMap(({ fact }) => (fact.topic === 'plate' ? fact.plate : []))
      .sort();
  await expect.poll(kept, { timeout: 2 * backWithinMs }).toEqual(wanted);
  console.info(`all ${firstBurst} events ${Date.now() - startedAtMs} ms after the start`);
  await expect(page.getByText(`Nobody listened to ${recorder} from`)).toContainText(
    'Filled from its log',
  );
  const gapOfYard = async () =>
    (await journal('limit=500')).gaps.find(({ deviceName }) => deviceName === withoutLog)?.state;
  await expect.poll(gapOfYard).toBe('open');

  await control.burst(recorder, { kind: 'plate', count: secondBurst, perSecond: secondBurst });
  const newest = async () => (await journal('topics=plate&limit=1')).events[0]?.fact;
  await expect.poll(newest).toMatchObject({ plate: `B${secondBurst}` });
  await wake();
  const wokenAtMs = Date.now();
  await expect(asleep.getByText(`B${secondBurst}`, { exact: true })).toBeVisible({
    timeout: backWithinMs,
  });
  console.info(`the newest of ${secondBurst} events ${Date.now() - wokenAtMs} ms after waking`);
  // The journal is read on from there, so that nothing is left out.
  await expect(asleep.getByText('than this window keeps')).toHaveCount(0);
});
