import { expect } from '@playwright/test';
import type { Product, RunningSite } from '../../scripts/run-product.ts';
import { SiteControl } from '../../scripts/site-control.ts';
import { routes } from '../../src/api/routes.ts';

/** A rule that nobody here would make. */
export const intruderRule = {
  name: 'Intruder',
  enabled: false,
  topic: 'motion',
  cameraIds: [],
  condition: {
    objectKinds: [],
    leastPercent: null,
    plates: [],
    leastFullPercent: null,
    seriousOnly: false,
    leastSeconds: 0,
  },
  hours: [],
  priority: 4,
  procedure: '',
  linkedCameraIds: [],
  sendings: [],
};

/** Has somebody call. @returns the alarm that this has raised */
export async function raisedAlarm(product: Product, site: RunningSite): Promise<string> {
  const call = { device: 'Riverside recorder', kind: 'call' };
  await new SiteControl(site.value.controlOrigin).sendEvent(call);
  const first = async () => {
    const reply = await (await product.ask(routes.alarms)).json();
    const { alarms } = reply as { alarms: { id: string; topic: string }[] };
    return alarms.find(({ topic }) => topic === 'call')?.id ?? '';
  };
  await expect.poll(first).not.toBe('');
  return first();
}
