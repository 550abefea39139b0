import type { AuditEntry } from '../../api/audit.ts';
import { csvLine, csvMark } from '../csv-line.ts';

const columns: readonly (readonly [string, (entry: AuditEntry) => string | number])[] = [
  ['number', ({ number }) => number],
  ['time_utc', ({ atMs }) => new Date(atMs).toISOString()],
  ['actor_kind', ({ actor }) => actor.kind],
  ['actor', ({ actor }) => actor.name],
  ['actor_id', ({ actor }) => actor.id ?? ''],
  ['role', ({ actor }) => actor.role ?? ''],
  ['session', ({ session }) => session ?? ''],
  ['address', ({ address }) => address ?? ''],
  ['operation', ({ operation }) => operation],
  ['object_kind', ({ object }) => object?.kind ?? ''],
  ['object', ({ object }) => object?.name ?? ''],
  ['object_id', ({ object }) => object?.id ?? ''],
  ['parameters', ({ parameters }) => JSON.stringify(parameters)],
  ['outcome', ({ outcome }) => outcome],
  ['detail', ({ detail }) => detail],
  ['secrets_shown', ({ revealed }) => (revealed ? 'yes' : 'no')],
];

export const csvHead = `${csvMark}${csvLine(columns.map(([title]) => title))}`;

export function entryLine(entry: AuditEntry): string {
  return csvLine(columns.map(([, value]) => value(entry)));
}
