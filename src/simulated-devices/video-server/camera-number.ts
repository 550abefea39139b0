/** The one camera that a query names; null for none or nonsense. */
export function cameraNumber(query: URLSearchParams, name = 'cameraNum'): number | null {
  const text = query.get(name) ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** All cameras that a query names by repeating the parameter; null where it names none. */
export function cameraNumbers(query: URLSearchParams): ReadonlySet<number> | null {
  const numbers = query.getAll('cameraNum').flatMap((text) => text.split(','));
  return numbers.length === 0 ? null : new Set(numbers.map(Number));
}

/** A whole number within its range, or else what stands for it. */
export function wholeNumber(
  text: string | null,
  least: number,
  most: number,
  otherwise: number,
): number {
  const value = Number(text ?? '');
  if (text === null || text === '' || !Number.isInteger(value)) return otherwise;
  return Math.min(most, Math.max(least, value));
}
