import type { Verb } from '../domain/role.ts';

const rights: readonly (readonly [place: string, verb: Verb])[] = [
  ['/devices', 'administer'],
  ['/people', 'administer'],
  ['/audit', 'audit'],
  ['/reports', 'handle-alarms'],
  ['/alarms/rules', 'supervise'],
  ['/exports/verify', 'self'],
  ['/exports', 'export'],
  ['/account', 'self'],
  ['/cases', 'self'],
];

/** What somebody must be allowed to use the page at a path. */
export function rightFor(path: string): Verb {
  const found = rights.find(([place]) => path === place || path.startsWith(`${place}/`));
  return found?.[1] ?? 'view';
}
