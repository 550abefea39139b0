import type { ConsolePlace } from './console-place.ts';

/** A place as it stands in an address: what is empty is left out. */
export function searchOf(place: ConsolePlace): Partial<Record<keyof ConsolePlace, string>> {
  const search: Partial<Record<keyof ConsolePlace, string>> = {};
  for (const key of ['endpoint', 'q', 'danger', 'role'] as const) {
    const value = place[key];
    if (value !== null && value !== '') search[key] = value;
  }
  return search;
}
