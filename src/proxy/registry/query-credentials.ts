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
    const pair = pairKeys.has(name) ? accountPair(value) : undefined;
    if (pair === undefined) continue;
    const colon = pair.indexOf(':');
    username ??= pair.slice(0, colon);
    password ??= pair.slice(colon + 1);
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

/**
 * `name:password` of Base64 in either alphabet. A plus that was not encoded has become a space.
 * Undefined for what only looks like it, such as the tokens and keys that some servers give out.
 */
function accountPair(value: string): string | undefined {
  const encoded = value.replaceAll(' ', '+');
  if (!/^[A-Za-z0-9+/_-]{2,}={0,2}$/.test(encoded)) return undefined;
  try {
    const pair = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64'));
    return pair.includes(':') && !/\p{Cc}/u.test(pair) ? pair : undefined;
  } catch {
    // Not a text at all, so it holds no name and no password.
    return undefined;
  }
}

function isAccountPart(part: string): boolean {
  const [key] = new URLSearchParams(part).keys();
  const name = (key ?? '').toLowerCase();
  return nameKeys.has(name) || passwordKeys.has(name) || pairKeys.has(name);
}
