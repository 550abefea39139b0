import type { NamedChoice } from '../../domain/arming.ts';
import { type Fields, fieldOf } from './fields.ts';

/** More than any server was seen with. */
const mostChoices = 500;

/** What has an id and a name. Some ids exceed 32 bits, so they stay text. */
export function choices(listed: readonly Fields[]): readonly NamedChoice[] {
  const found = new Map<string, NamedChoice>();
  for (const fields of listed.slice(0, mostChoices)) {
    const id = fieldOf(fields, 'id') ?? '';
    if (!/^\d{1,15}$/.test(id)) continue;
    found.set(id, { id, name: fieldOf(fields, 'name')?.slice(0, 128) ?? id });
  }
  return [...found.values()];
}
