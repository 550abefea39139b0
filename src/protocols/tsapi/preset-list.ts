import type { Preset } from '../../domain/preset.ts';

/** A preset as the server names it. */
export interface ReportedPreset {
  readonly token: string;
  readonly name: string;
}

/** More digits than a person types are no number of a preset. */
const plain = /^[1-9]\d{0,3}$/;
const ending = /\D([1-9]\d{0,3})$/;

/**
 * Gives each preset a number to type. A token may be any text: one that is a number keeps it, one
 * that ends in a number (`preset3`) takes that where it is free, and the rest the lowest free ones.
 * @returns them in the order of their numbers
 */
export function numberedPresets(reported: readonly ReportedPreset[]): Preset[] {
  const names = new Map(reported.map(({ token, name }) => [token, name]));
  const byNumber = new Map<number, string>();
  const take = (pattern: RegExp) => (token: string) => {
    const match = pattern.exec(token);
    const number = Number(match?.[1] ?? match?.[0]);
    if (match === null || byNumber.has(number)) return true;
    byNumber.set(number, token);
    return false;
  };
  const left = [...names.keys()].filter(take(plain)).filter(take(ending));
  let free = 1;
  for (const token of left) {
    while (byNumber.has(free)) free += 1;
    byNumber.set(free, token);
  }
  return Array.from(byNumber, ([number, id]) => ({ id, number, name: names.get(id) ?? '' })).sort(
    (one, other) => one.number - other.number,
  );
}
