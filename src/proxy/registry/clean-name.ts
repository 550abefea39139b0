import { maskAccounts } from '../console/mask-text.ts';

const longestName = 128;
/**
 * Controls, halves of characters, separators, the marks that turn the reading direction, and what
 * shows nothing at all and so makes two names look the same. The joiners of Persian and emoji stay.
 */
const unsafe =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]+/gu;

/**
 * A name or fact from a device as it may be shown: devices are foreign input, and a turned reading
 * direction can make one name look like another. An address in it loses its password.
 */
export function cleanName(text: string): string {
  return cleanText(text, longestName);
}

/** The same for a text of at most so many characters. */
export function cleanText(text: string, longest: number): string {
  const plain = maskAccounts(text).replace(unsafe, ' ').replace(/\s+/g, ' ').trim();
  return [...plain].slice(0, longest).join('').trim();
}

/** The same for what people write in lines, whose breaks and indents stay. */
export function cleanLines(text: string, longest: number): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => maskAccounts(line).replace(unsafe, ' ').trimEnd());
  const plain = lines.join('\n').trim();
  return [...plain].slice(0, longest).join('').trim();
}

/** The same for a fact that may be absent or empty. */
export function cleanFact(text: string | undefined): string | undefined {
  const clean = text === undefined ? '' : cleanName(text);
  return clean === '' ? undefined : clean;
}
