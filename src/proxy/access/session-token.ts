import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** 256 random bits, 43 characters. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: nobody can sign in with a copy of the registry. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two secrets without telling by its time where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

export interface CookieScope {
  readonly host: string;
  readonly scheme: 'http' | 'https';
}

/**
 * Named after our port, since cookies do not tell ports apart. `__Host-` binds it to this host and
 * to TLS, so that no neighbour can toss one in its place; browsers count loopback as safe (RFC 6265bis,
 * section 4.1.3.2). On plain HTTP elsewhere a browser would refuse that name.
 */
export function sessionCookieName({ host, scheme }: CookieScope): string {
  const port = /:(\d+)$/.exec(host)?.[1];
  const name = port === undefined ? 'watchfloor' : `watchfloor-${port}`;
  return isSecure({ host, scheme }) ? `__Host-${name}` : name;
}

/** @param token null takes the cookie back */
export function sessionCookie(scope: CookieScope, token: string | null, maxAgeMs: number): string {
  const age = token === null ? 0 : Math.floor(maxAgeMs / 1000);
  return [
    `${sessionCookieName(scope)}=${token ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${age}`,
    ...(isSecure(scope) ? ['Secure'] : []),
  ].join('; ');
}

/** @returns `repeated` when somebody has put a second one beside ours */
export function readSessionCookie(
  request: IncomingMessage,
  scope: CookieScope,
): { readonly token: string | null; readonly repeated: boolean } {
  const prefix = `${sessionCookieName(scope)}=`;
  const found = (request.headers.cookie ?? '')
    .split(/; */)
    .filter((cookie) => cookie.startsWith(prefix));
  const [first] = found;
  return {
    token: found.length === 1 && first !== undefined ? first.slice(prefix.length) : null,
    repeated: found.length > 1,
  };
}

function isSecure({ host, scheme }: CookieScope): boolean {
  return scheme === 'https' || loopbackHost.test(host);
}
