import { cleanText } from '../registry/clean-name.ts';

const longestText = 500;
const mostMembers = 256;
const deepest = 6;
/** Most of what a device says is plain, and 5,000 events may come in a second. */
const plain = /^[\w .,:+-]{0,128}$/;

/**
 * What a device told, as it may be kept and shown: every text cleaned and bounded, every list and
 * table cut, every number finite.
 */
export function cleanValue(value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'string':
      return plain.test(value)
        ? value.trim()
        : cleanText(value.slice(0, 4 * longestText), longestText);
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      return depth === deepest ? undefined : cleanMembers(value, depth + 1);
    default:
      return undefined;
  }
}

function cleanMembers(value: object, depth: number): unknown {
  if (Array.isArray(value)) {
    return value.slice(0, mostMembers).flatMap((member) => {
      const clean = cleanValue(member, depth);
      return clean === undefined ? [] : [clean];
    });
  }
  // No prototype, so that no name that a device chose means anything.
  const clean: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value).slice(0, mostMembers)) {
    const kept = cleanValue(member, depth);
    if (kept !== undefined && name !== '__proto__') clean[cleanText(name, 64)] = kept;
  }
  return clean;
}
