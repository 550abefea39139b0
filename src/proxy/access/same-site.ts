import type { IncomingMessage } from 'node:http';
import { guardHeader } from '../../api/routes.ts';
import type { Policy } from './policy.ts';

/** Names under which the proxy may be addressed; anything else is a foreign name bound to us. */
export interface HostRule {
  readonly names: ReadonlySet<string>;
  /** Asked about a name that is not among them: addresses come and go. */
  readonly isOwnAddress?: (name: string) => boolean;
  /** Of the pages that we serve ourselves. */
  readonly scheme: 'http' | 'https';
  /** Origins at which a reverse proxy shows us. */
  readonly publicOrigins?: readonly string[];
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
  return isAllowedName(host, rule) ? host : null;
}

/** Whether a `Host` names us, with any port or none. */
export function isAllowedName(host: string, rule: HostRule): boolean {
  const name = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.exec(host)?.[1]?.toLowerCase();
  return name !== undefined && (rule.names.has(name) || rule.isOwnAddress?.(name) === true);
}

/** The public origin that a `Host` belongs to: what stands there is the reverse proxy's. */
function publicOriginOf(host: string, { publicOrigins = [] }: HostRule): URL | undefined {
  return publicOrigins
    .map((origin) => new URL(origin))
    .find((url) => url.host === host.toLowerCase());
}

/** By which scheme the browser that named this host has come: our own, or the reverse proxy's. */
export function schemeAt(host: string, rule: HostRule): 'http' | 'https' {
  const origin = publicOriginOf(host, rule);
  if (origin === undefined) return rule.scheme;
  return origin.protocol === 'https:' ? 'https' : 'http';
}

/** Whether the page that sent this is ours: `Origin` must be there and be exactly ours. */
export function isOwnOrigin(request: IncomingMessage, host: string, rule: HostRule): boolean {
  const [origin, second] = valuesOf(request, 'origin');
  if (origin === undefined || second !== undefined) return false;
  if (rule.publicOrigins?.includes(origin)) return true;
  return (
    publicOriginOf(host, rule) === undefined && origin === `${rule.scheme}://${host.toLowerCase()}`
  );
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
