import { hostileWord } from './hostile-words.ts';

/** Where a protocol has codes, addresses and numbers, a device could not lie and still be played. */
const structural = /^$|^-?[\d.,:/-]+$|^[a-z][a-z0-9+.-]*:\/\/|^\/\S*$|^\d{4}-\d{2}-\d{2}T/;

/**
 * A text that a device says of itself or of what it sees: the plain one, or with
 * WATCHFLOOR_SITE_WORDS (the number of a round) one as a hostile device would send it.
 */
export function siteWord(field: string, plain: string): string {
  const round = process.env.WATCHFLOOR_SITE_WORDS ?? '';
  if (round === '' || structural.test(plain)) return plain;
  return hostileWord(`${field} ${plain}`, Number(round));
}
