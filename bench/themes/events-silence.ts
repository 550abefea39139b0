import type { z } from 'zod/mini';
import { runProduct, runSite } from '../../scripts/run-product.ts';
import { SiteControl } from '../../scripts/site-control.ts';
import type { eventPageSchema } from '../../src/api/events.ts';
import { ListeningWatch } from '../listening-watch.ts';
import { atMost, type BenchRow } from '../row.ts';
import { pause } from '../sources.ts';
import { readyCameras } from '../wall-product.ts';

const recorder = 'Riverside recorder';
/** One of each kind of subscription. */
const makes = [recorder, 'Annex video server', 'Shop video server', 'Barrier', 'Yard'];
const unheard = 50;
/** Silence of 25 s is death; a reply that is waited for ends sooner. */
const noticedMs = 26_000;
const backMs = 5000;
const patienceMs = 60_000;

/** Every device falls silent without hanging up, and speaks again. */
export async function silenceRows(): Promise<readonly BenchRow[]> {
  const site = await runSite(true);
  const product = await runProduct(site.value.devices.filter(({ name }) => makes.includes(name)));
  const watch = await ListeningWatch.open(product);
  try {
    const control = new SiteControl(site.value.controlOrigin);
    await readyCameras(product, 17);
    await watch.untilHeard(makes.length, patienceMs);
    for (const device of makes) await control.failEvents(device, 'silent', 10 * patienceMs);
    const noticed = await watch.untilLost(makes.length, patienceMs);
    await control.burst(recorder, { kind: 'plate', count: unheard, perSecond: 100 });
    await pause(1000);
    for (const device of makes) await control.endEventFault(device);
    // A word is enough; a heartbeat would come within ten seconds.
    for (const device of makes) await control.sendEvent({ device, kind: 'motion' });
    const back = await watch.untilHeard(makes.length, patienceMs);
    await pause(3000);
    const reply = await product.ask('/api/events?topics=plate&limit=500');
    const { events, gaps } = (await reply.json()) as z.infer<typeof eventPageSchema>;
    const marked = new Set(gaps.map(({ deviceName }) => deviceName));
    return [
      atMost(
        `silence of ${makes.length} devices noticed, worst`,
        noticed ?? Number.NaN,
        'ms',
        noticedMs,
      ),
      atMost('heard again after it, worst', back ?? Number.NaN, 'ms', backMs),
      atMost('events lost that a log still had', unheard - events.length, 'events', 0),
      atMost(
        'silences without a mark',
        makes.filter((name) => !marked.has(name)).length,
        'gaps',
        0,
      ),
    ];
  } finally {
    watch.close();
    await product.stop();
    await site.stop();
  }
}
