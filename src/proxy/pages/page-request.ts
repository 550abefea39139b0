import type { IncomingMessage } from 'node:http';

/**
 * Why a request is not one that a page in the dashboard's frame makes, as a status, or null. Old
 * browsers and plain hosts say nothing of their intent; those are judged by their pass alone.
 */
export function misplaced(request: IncomingMessage): 403 | 405 | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
  const {
    'sec-fetch-dest': destination,
    'sec-fetch-mode': mode,
    'sec-fetch-site': site,
  } = request.headers;
  // Alone in a window the page could lead itself away, with what it has seen.
  const isDocument = mode === 'navigate' || documents.has(String(destination));
  if (isDocument) return destination === undefined || destination === 'iframe' ? null : 403;
  return site === undefined || site === 'same-origin' || site === 'none' ? null : 403;
}

const documents: ReadonlySet<string> = new Set([
  ...['document', 'iframe', 'frame', 'object', 'embed', 'fencedframe', 'serviceworker'],
]);

/** The one value of a header; undefined where it is missing or repeated. */
export function soleHeader({ rawHeaders }: IncomingMessage, name: string): string | undefined {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
  return values.length === 1 ? values[0] : undefined;
}

/** Ports share their cookies, so that ours is found by name and must be there once. */
export function soleCookie({ headers }: IncomingMessage, name: string): string {
  const values = (headers.cookie ?? '')
    .split(/; */)
    .filter((cookie) => cookie.startsWith(`${name}=`));
  return values.length === 1 ? (values[0]?.slice(name.length + 1) ?? '') : '';
}
