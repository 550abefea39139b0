import type { BenchRow } from '../row.ts';
import { trustAuditRows } from './trust-audit.ts';
import { trustPeopleRows } from './trust-people.ts';
import { trustSecretsRows } from './trust-secrets.ts';
import { trustTlsRows } from './trust-tls.ts';

/** What it costs that nobody gets in, and that nothing gets out. */
export async function trustTheme(): Promise<readonly BenchRow[]> {
  return [
    ...(await trustPeopleRows()),
    ...(await trustAuditRows()),
    ...(await trustTlsRows()),
    ...(await trustSecretsRows()),
  ];
}
