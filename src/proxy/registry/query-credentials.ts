import type { Credentials } from '../../protocols/protocol.ts';

const nameKeys = new Set(['user', 'usr', 'username', 'login', 'loginuse', 'account']);
const passwordKeys = new Set(['pwd', 'password', 'pass', 'passwd', 'psw', 'loginpas', 'loginpass']);
/** Holds `name:password` in Base64. */
const pairKeys = new Set(['auth', 'basic']);

/**
 * Takes an account out of a query, where many cameras expect it: an address is stored and shown,
 * an account never is.
 * @returns the query that is left, `?` included, untouched when it held no account.
 */
export function takeQueryCredentials(
  query: URLSearchParams,
  search: string,
): { readonly search: string; readonly credentials: Credentials | undefined } {
  let username: string | undefined;
  let password: string | undefined;
  for (const [key, value] of query) {
    const name = key.toLowerCase();
    if (nameKeys.has(name)) username ??= value;
    if (passwordKeys.has(name)) password ??= value;
    if (pairKeys.has(name)) {
      const pair = Buffer.from(value, 'base64').toString('utf8');
      const colon = pair.indexOf(':');
      if (colon < 0) continue;
      username ??= pair.slice(0, colon);
      password ??= pair.slice(colon + 1);
    }
  }
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => !isAccountPart(part));
  return {
    search: kept.join('&') === '' ? '' : `?${kept.join('&')}`,
    credentials:
      username === undefined && password === undefined
        ? undefined
        : { username: username ?? '', password: password ?? '' },
  };
}

function isAccountPart(part: string): boolean {
  const [key] = new URLSearchParams(part).keys();
  const name = (key ?? '').toLowerCase();
  return nameKeys.has(name) || passwordKeys.has(name) || pairKeys.has(name);
}
