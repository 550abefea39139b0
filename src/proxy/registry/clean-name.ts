import { maskAccounts } from '../console/mask-text.ts';

const longestName = 128;
/** Controls, line and paragraph separators, and the marks that turn the reading direction. */
const unsafe = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]+/gu;

/**
 * A name or fact from a device as it may be shown: devices are foreign input, and a turned reading
 * direction can make one name look like another. An address in it loses its password.
 */
export function cleanName(text: string): string {
  const plain = maskAccounts(text).replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
  return [...plain].slice(0, longestName).join('').trim();
}

/** The same for a fact that may be absent or empty. */
export function cleanFact(text: string | undefined): string | undefined {
  const clean = text === undefined ? '' : cleanName(text);
  return clean === '' ? undefined : clean;
}
