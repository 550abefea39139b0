import type { Product, RunningSite } from '../../scripts/run-product.ts';
import type { AuditPage } from '../../src/api/audit.ts';
import { routes } from '../../src/api/routes.ts';
import type { LoggedRequest } from '../../src/simulated-devices/http/request-log.ts';

async function read<T>(product: Product, path: string): Promise<T> {
  return (await (await product.ask(path)).json()) as T;
}

interface Facts {
  readonly id: string;
  readonly name?: string;
  readonly [other: string]: unknown;
}

/** Looking is noted as well, and so is taking a copy of the record. */
function isOfChange({ operation }: { readonly operation: string }): boolean {
  return !/^(camera\.(open|close)|audit\.export)$/.test(operation);
}

/** All that a person could have changed, and nothing that changes by itself. */
export async function stateOf(product: Product): Promise<object> {
  const { views } = await read<{ views: Facts[] }>(product, routes.views);
  const { people } = await read<{ people: Facts[] }>(product, routes.people);
  const { groups } = await read<{ groups: Facts[] }>(product, routes.cameraGroups);
  const { devices } = await read<{ devices: Facts[] }>(product, routes.devices);
  const { kiosks } = await read<{ kiosks: Facts[] }>(product, routes.kiosks);
  const { sessions } = await read<{ sessions: Facts[] }>(product, routes.sessions);
  const { rules } = await read<{ rules: Facts[] }>(product, routes.alarmRules);
  const { bookmarks } = await read<{ bookmarks: Facts[] }>(product, routes.bookmarks);
  const { cases } = await read<{ cases: Facts[] }>(product, routes.cases);
  const { entries } = await read<AuditPage>(product, `${routes.audit}?limit=200`);
  return {
    record: entries.map(({ number, operation }) => ({ number, operation })).filter(isOfChange),
    views,
    groups,
    rules,
    bookmarks,
    cases,
    kiosks,
    people: people.map(({ id, name, role, cameras, enabled, hasPassword }) => ({
      ...{ id, name, role, cameras, enabled, hasPassword },
    })),
    devices: devices.map(({ id, name, address, username, cameras }) => ({
      ...{ id, name, address, username, cameras },
    })),
    sessions: sessions.map(({ id }) => id).sort(),
  };
}

/** What makes a device do something, or keep something, in any of its protocols. */
const command = /set_|control|reboot|restart|restore|upgrade|write|\bpush\b|delete|remove|arm=/i;

/** What the devices were told to do so far, all of them. */
export async function commandsOf(site: RunningSite): Promise<string[]> {
  const reply = await fetch(`${site.value.controlOrigin}/log`);
  const logs = (await reply.json()) as Record<string, LoggedRequest[]>;
  return Object.entries(logs).flatMap(([device, entries]) =>
    entries
      .filter(({ method, target }) => method !== 'GET' || command.test(target))
      .map(({ method, target }) => `${device}: ${method} ${target}`),
  );
}
