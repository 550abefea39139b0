/**
 * What a device's own page is allowed inside its frame: itself and nothing else. No other origin,
 * no window of its own, no worker that outlives it.
 */
export function cageHeaders(
  dashboardOrigin: string,
  pageHost: string,
): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
      `connect-src 'self' ws://${pageHost}`,
      'worker-src blob:',
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'none'",
      `frame-ancestors ${dashboardOrigin}`,
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
