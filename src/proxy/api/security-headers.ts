import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { type HostRule, schemeAt } from '../access/same-site.ts';

/** Powers of a browser that a wall of pictures has no use for, and the one for talking. */
const permissionsPolicy = [
  ...['camera', 'geolocation', 'usb', 'serial', 'hid', 'bluetooth', 'midi'],
  ...['payment', 'display-capture', 'clipboard-read'],
]
  .map((power) => `${power}=()`)
  .concat('microphone=(self)')
  .join(', ');

/** For replies that come before any hook: nothing may be loaded, framed or guessed. */
export const barestHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissionsPolicy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The same as lines, where no reply object writes them. */
export const barestHeaderLines = Object.entries(barestHeaders)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

/** A whole reply without a body, for a socket that no request object stands for. */
export function bareReply(statusLine: string): string {
  return `HTTP/1.1 ${statusLine}\r\nConnection: close\r\nContent-Length: 0\r\n${barestHeaderLines}\r\n`;
}

/**
 * The one style block that dialogs and menus write, to keep what lies below from scrolling. The
 * shell never scrolls the document itself, so that its text is always the same.
 */
const dialogScrollLock = "'sha256-nzTgYzXYDNe6BAHiiI7NNlfK8n/auuOAhh2t92YvuXo='";

const yearSeconds = 31_536_000;

export interface HeaderFacts {
  readonly hosts: HostRule;
  /** Whether browsers are told to come by TLS alone, which only a certificate allows that lasts. */
  readonly onlyByTls: boolean;
  /** Origins that may stand in a frame of the app at a host. */
  readonly pageOrigins: (host: string) => readonly string[];
}

/** What the app may load, and from where; everything that is not named is refused. */
export async function addSecurityHeaders(
  app: FastifyInstance,
  { hosts, onlyByTls, pageOrigins }: HeaderFacts,
): Promise<void> {
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", dialogScrollLock],
        'img-src': ["'self'", 'blob:', 'data:'],
        'media-src': ["'self'", 'blob:'],
        'font-src': ["'self'"],
        'manifest-src': ["'self'"],
        // Older browsers do not count a socket of the same host as 'self'.
        'connect-src': ["'self'", (request) => socketOrigins(request.headers.host, hosts)],
        'worker-src': ["'self'"],
        'frame-src': [
          (request) => pageOrigins(safeHost(request.headers.host)).join(' ') || "'none'",
        ],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'object-src': ["'none'"],
        // No text becomes a script or markup; each worker has a policy of its own.
        'require-trusted-types-for': ["'script'"],
        'trusted-types': ['watchfloor-worker', 'watchfloor-verifier'],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // Device pages cannot promise to be embeddable; their cage is their own policy.
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // With a certificate of our own making, or none, the promise would lock people out one day.
    strictTransportSecurity: onlyByTls ? { maxAge: yearSeconds, includeSubDomains: false } : false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy);
  });
}

/** Where our own sockets may be: at the host that was asked for, and behind a reverse proxy. */
function socketOrigins(host: string | undefined, hosts: HostRule): string {
  const asked = safeHost(host);
  const { publicOrigins = [] } = hosts;
  const origins = new Set([`${schemeAt(asked, hosts)}://${asked}`, ...publicOrigins]);
  return [...origins].map((origin) => origin.replace(/^http/, 'ws')).join(' ');
}

/** The header is written by whoever asks: only what can be a host reaches the policy. */
function safeHost(host: string | undefined): string {
  return /^[a-z0-9.[\]:-]{1,255}$/i.test(host ?? '') ? (host ?? '') : 'localhost';
}
