import type { ParseArgsConfig } from 'node:util';
import { loopbackNames } from '../access/same-site.ts';
import { StartFailure } from '../start-failure.ts';
import type { CertificateFiles } from './given-certificate.ts';
import { asAddress, asDnsName } from './machine-names.ts';

/** How the person who starts us wants it to listen; `by-host` is TLS wherever others can come. */
export type TlsWish =
  | { readonly kind: 'by-host' | 'own-authority' | 'plain' }
  | ({ readonly kind: 'given' } & CertificateFiles);

export interface ListenerOptions {
  readonly host: string;
  readonly tls: TlsWish;
  /** More names and addresses under which the proxy is reached. */
  readonly hostNames: readonly string[];
  /** Where a reverse proxy shows us, as `URL.origin` writes it. */
  readonly publicOrigins: readonly string[];
}

export const listenerFlags = {
  host: { type: 'string' },
  'host-name': { type: 'string', multiple: true },
  'public-origin': { type: 'string', multiple: true },
  tls: { type: 'boolean' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'plain-http': { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

export interface GivenFlags {
  readonly host?: string;
  readonly 'host-name'?: readonly string[];
  readonly 'public-origin'?: readonly string[];
  readonly tls?: boolean;
  readonly 'tls-cert'?: string;
  readonly 'tls-key'?: string;
  readonly 'plain-http'?: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartFailure that names the option in fault */
export function readListenerOptions(given: GivenFlags, environment: Environment): ListenerOptions {
  const host = given.host ?? environment.HOST ?? '127.0.0.1';
  const names = given['host-name'] ?? listIn(environment.WATCHFLOOR_HOST_NAMES);
  const origins = given['public-origin'] ?? listIn(environment.WATCHFLOOR_PUBLIC_ORIGINS);
  return {
    host: /^\[(.+)\]$/.exec(host)?.[1] ?? host,
    tls: readWish(given, environment),
    hostNames: names.map(readHostName),
    publicOrigins: origins.map(readPublicOrigin),
  };
}

/** Whether nobody but this machine can come. */
export function isLoopbackHost(host: string): boolean {
  return loopbackNames.includes(host) || host === '::1';
}

function readWish(given: GivenFlags, environment: Environment): TlsWish {
  const certificateFile = given['tls-cert'] ?? environment.WATCHFLOOR_TLS_CERT;
  const keyFile = given['tls-key'] ?? environment.WATCHFLOOR_TLS_KEY;
  const own = given.tls ?? isOn(environment.WATCHFLOOR_TLS);
  const plain = given['plain-http'] ?? isOn(environment.WATCHFLOOR_PLAIN_HTTP);
  if (plain && (own || certificateFile || keyFile)) {
    throw new StartFailure('Choose either TLS or --plain-http; they cannot be had together.');
  }
  if (certificateFile && keyFile) return { kind: 'given', certificateFile, keyFile };
  if (certificateFile || keyFile) {
    throw new StartFailure(
      `${certificateFile ? '--tls-key' : '--tls-cert'} is missing: a certificate of your own takes --tls-cert and --tls-key together.`,
    );
  }
  return { kind: plain ? 'plain' : own ? 'own-authority' : 'by-host' };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function listIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(/[\s,]+/).filter((part) => part !== '');
}

function readHostName(text: string): string {
  const name = asAddress(text) ?? asDnsName(text);
  if (name !== null) return name;
  throw new StartFailure(
    `--host-name takes a host name such as wall.example or an IP address, without scheme and port; "${text}" is neither.`,
  );
}

function readPublicOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin;
  if (isOrigin) return url.origin;
  throw new StartFailure(
    `--public-origin takes what stands in front of the first slash of the address, such as https://wall.example:8443; "${text}" is something else.`,
  );
}
