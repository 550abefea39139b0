import { createHmac } from 'node:crypto';

const length = 18;

/**
 * A password that nobody guesses, the same for the same seed.
 * @param signs of which a careless encoding would betray itself; none where a device allows none
 */
export function derivedPassword(seed: string, plain: string, signs = '+"'): string {
  const letters = createHmac('sha256', seed).update(plain).digest('base64');
  return `${letters.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, length)}${signs}`;
}

/**
 * The password of a device of the site: the plain one, or with WATCHFLOOR_SITE_SEED one that can
 * be looked for wherever it must not be.
 */
export function sitePassword(plain: string, signs?: string): string {
  const seed = process.env.WATCHFLOOR_SITE_SEED ?? '';
  return seed === '' ? plain : derivedPassword(seed, plain, signs);
}
