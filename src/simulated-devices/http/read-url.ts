import type { IncomingMessage } from 'node:http';

/** The path and query that a request names; null when they are no address. */
export function readUrl(request: IncomingMessage): URL | null {
  const target = request.url ?? '/';
  return URL.canParse(target, 'http://device') ? new URL(target, 'http://device') : null;
}
