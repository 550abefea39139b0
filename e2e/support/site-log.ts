import type { RunningSite } from '../../scripts/run-product.ts';
import type { LoggedRequest } from '../../src/simulated-devices/http/request-log.ts';

/** What a simulated device was asked, as `METHOD /path?query`, oldest first. */
export async function deviceLog(site: RunningSite, device: string): Promise<string[]> {
  const reply = await fetch(`${site.value.controlOrigin}/log`);
  const logs = (await reply.json()) as Record<string, LoggedRequest[]>;
  return (logs[device] ?? []).map(({ method, target }) => `${method} ${target}`);
}
