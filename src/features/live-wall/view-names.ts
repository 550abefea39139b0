const longestName = 64;

/** A name that no other view has: `Gate`, then `Gate 2`, `Gate 3`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '').slice(0, longestName - 5);
  let number = 2;
  while (taken.includes(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}

/** A typed name as it is kept; null where nothing is left of it. */
export function cleanName(typed: string): string | null {
  const name = typed.trim().slice(0, longestName).trim();
  return name === '' ? null : name;
}
