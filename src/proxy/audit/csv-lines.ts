import type { AuditEntry } from '../../api/audit.ts';

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

/** The mark at the beginning without which a spreadsheet takes UTF-8 for its own code page. */
export const csvHead = `\uFEFF${lineOf(columns.map(([title]) => title))}`;

/** A line of RFC 4180, with its end. */
export function csvLine(entry: AuditEntry): string {
  return lineOf(columns.map(([, value]) => value(entry)));
}

function lineOf(values: readonly (string | number)[]): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

/** A name that begins like a formula would be run by the spreadsheet that opens the file. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const inert = /^[\s]*[=+\-@\t\r\n|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
