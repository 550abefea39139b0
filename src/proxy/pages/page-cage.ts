import type { PageGrant } from './page-tickets.ts';

/**
 * What a device's own page is allowed inside its frame: itself and nothing else. No other origin,
 * no window of its own, no worker that outlives it.
 * @param grant absent where nobody has been let in: then nobody may show it either
 */
export function cageHeaders(
  grant?: Pick<PageGrant, 'dashboardOrigin' | 'pageOrigin'>,
): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
      // Older browsers do not count a socket of the same host as 'self'.
      `connect-src 'self'${grant ? ` ${grant.pageOrigin.replace(/^http/, 'ws')}` : ''}`,
      'worker-src blob:',
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'none'",
      `frame-ancestors ${grant?.dashboardOrigin ?? "'none'"}`,
      'sandbox allow-scripts allow-same-origin',
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), payment=(), display-capture=()',
  };
}
