import type { IncomingMessage } from 'node:http';
import { guardHeader } from '../../api/routes.ts';
import type { Policy } from './policy.ts';

/** Names under which the proxy may be addressed; anything else is a foreign name bound to us. */
export interface HostRule {
  readonly names: ReadonlySet<string>;
  /** How browsers reach the proxy. */
  readonly scheme: 'http' | 'https';
}

export const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The `Host` of a request, when it is one of ours.
 * @returns null for a foreign, missing, repeated or malformed one (DNS rebinding).
 */
export function allowedHost(request: IncomingMessage, rule: HostRule): string | null {
  const hosts = valuesOf(request, 'host');
  const [host] = hosts;
  if (hosts.length !== 1 || host === undefined) return null;
  const parts = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.exec(host);
  return parts && rule.names.has((parts[1] ?? '').toLowerCase()) ? host : null;
}

/** Whether the page that sent this is ours: `Origin` must be there and be exactly ours. */
export function isOwnOrigin(
  request: IncomingMessage,
  host: string,
  { scheme }: Pick<HostRule, 'scheme'>,
): boolean {
  const origins = valuesOf(request, 'origin');
  return origins.length === 1 && origins[0] === `${scheme}://${host.toLowerCase()}`;
}

/**
 * Why a request must not be served, or null. Reading needs no token, but what a foreign page may
 * load at all is the app itself; changing needs our header and our origin.
 */
export function foreignness(
  request: IncomingMessage,
  host: string,
  policy: Policy,
  rule: HostRule,
): 'origin' | 'guard' | 'content-type' | null {
  const site = request.headers['sec-fetch-site'];
  if (policy !== 'open' && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'origin';
  }
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (!isOwnOrigin(request, host, rule)) return 'origin';
  if (request.headers[guardHeader] === undefined) return 'guard';
  const hasBody =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > 0;
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return hasBody && type !== 'application/json' ? 'content-type' : null;
}

function valuesOf(request: IncomingMessage, name: string): string[] {
  const raw = request.rawHeaders;
  return raw.filter((_, index) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name);
}
