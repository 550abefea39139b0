import type { Endpoint, Protocol } from '../../protocols/protocol.ts';

/** What a page is made of. Addresses without such an ending must be documented to pass. */
const partOfPage =
  /\.(?:html?|js|mjs|css|json|map|svg|png|jpe?g|gif|ico|webp|woff2?|ttf|wasm|m3u8|ts|m4s|mp4|flv|txt)$/i;
/** How a path may be spelled at all: no traversal, no doubled or encoded separators. */
const plainPath = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~!$'()*+,;=:@-]+)*\/?$/;
const accountKey = /^(auth|login|user|usr|username|pwd|password|pass|loginuse|loginpas)$/i;

/**
 * The target on the device that a request of its page may read, or null. A documented endpoint
 * passes only when a viewer may call it and nothing happens by it; static parts pass by their ending.
 */
export function allowedTarget(
  url: string,
  protocol: Protocol,
  pageTargets: readonly string[],
): string | null {
  const [pathname = '', query] = url.split('?', 2);
  if (!plainPath.test(pathname) || url.length > 4096) return null;
  const isPage = pageTargets.some((target) => isOfPage(pathname, target.split('?', 1)[0] ?? ''));
  const documented = protocol.endpoints.filter((endpoint) => matches(endpoint, pathname));
  const harmless = documented.every(isHarmless);
  const known = isPage || documented.length > 0 || partOfPage.test(pathname);
  if (!known || !harmless) return null;
  const kept = (query ?? '')
    .split('&')
    .filter((part) => part !== '' && !accountKey.test(keyOf(part)))
    .join('&');
  return kept === '' ? pathname : `${pathname}?${kept}`;
}

/** The page itself, or what lies beneath its own path. */
function isOfPage(pathname: string, page: string): boolean {
  return pathname === page || (page !== '/' && pathname.startsWith(`${page}/`));
}

function keyOf(part: string): string {
  const [key] = new URLSearchParams(part).keys();
  return key ?? '';
}

function isHarmless(endpoint: Endpoint): boolean {
  return (
    endpoint.method === 'GET' &&
    endpoint.role === 'viewer' &&
    endpoint.danger === 'safe' &&
    endpoint.secretReply !== true
  );
}

function matches(endpoint: Endpoint, pathname: string): boolean {
  const documented = endpoint.path.split('/');
  const asked = pathname.split('/');
  return (
    documented.length === asked.length &&
    documented.every((part, index) => /^\{.*\}$/.test(part) || part === asked[index])
  );
}
