import { isIPv4, isIPv6 } from 'node:net';
import { DeviceError } from '../../domain/device-error.ts';
import type { Credentials } from '../../protocols/protocol.ts';
import { takeQueryCredentials } from './query-credentials.ts';

/** `ws` and `wss` are addresses of one stream each, such as FLV over a WebSocket. */
type DeviceScheme = 'http' | 'https' | 'ws' | 'wss';

/** An address as a person gave it, taken apart. */
export interface DeviceAddress {
  readonly scheme: DeviceScheme;
  /** Host name in lower case, or an IP address without brackets. */
  readonly host: string;
  /** Absent where the person named none. */
  readonly port: number | undefined;
  /** Path and query, `/` where there was none; without any account. */
  readonly entryTarget: string;
  /** The account that stood in the address. */
  readonly credentials: Credentials | undefined;
}

const unplayableSchemes = /^(rtsps?|rtspu|rtmps?|rtmpe|rtp|srt|udp|mms|onvif)$/i;
const deviceSchemes: readonly DeviceScheme[] = ['http', 'https', 'ws', 'wss'];
const nearlyHttp = /^h?t{1,3}ps?$/i;
const hostName =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/;

/**
 * Reads whatever a person may paste. Never guesses at what is ambiguous: a wrong guess would send
 * a password to the wrong place.
 * @throws DeviceError `address-invalid` (its detail is a better spelling, where one is clear) or
 * `not-supported` (its detail is the scheme).
 */
export function parseDeviceAddress(typed: string): DeviceAddress {
  const text = unwrap(typed);
  if (text === '' || /\p{Cc}/u.test(text)) throw invalid();
  if (/\s/.test(text)) throw invalid(text.replace(/\s+/g, ''));
  const schemed = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text);
  if (schemed === null) return readUrl(withScheme(text));
  const scheme = (schemed[1] ?? '').toLowerCase();
  const rest = schemed[2] ?? '';
  if (isDeviceScheme(scheme)) {
    if (/^https?:?\/\//i.test(rest)) throw invalid(rest.replace(/^(https?):?\/\//i, '$1://'));
    if (rest.startsWith('/')) throw invalid(`${scheme}://${rest.replace(/^\/+/, '')}`);
    return readUrl(`${scheme}://${rest}`);
  }
  if (unplayableSchemes.test(scheme)) {
    throw new DeviceError('unsupported', 'not-supported', { detail: `${scheme}://` });
  }
  throw invalid(nearlyHttp.test(scheme) ? `${spelling(scheme)}://${rest}` : undefined);
}

export function isSecure({ scheme }: Pick<DeviceAddress, 'scheme'>): boolean {
  return scheme === 'https' || scheme === 'wss';
}

/** Whether the address is asked over WebSockets and never over plain HTTP. */
export function isSocketAddress({ scheme }: Pick<DeviceAddress, 'scheme'>): boolean {
  return scheme === 'ws' || scheme === 'wss';
}

/** `http://host:port` in the one spelling that is stored and sealed to. */
export function originOf(address: DeviceAddress, port: number): string {
  const host = isIPv6(address.host) ? `[${address.host}]` : address.host;
  return new URL(`${address.scheme}://${host}:${port}`).origin;
}

function unwrap(typed: string): string {
  const text = typed.trim();
  return /^<[^<>]*>$/.test(text) || /^"[^"]*"$/.test(text) || /^'[^']*'$/.test(text)
    ? text.slice(1, -1).trim()
    : text;
}

/** A text without `scheme://`: either a bare host, or a scheme that was mistyped. */
function withScheme(text: string): string {
  const mistyped = /^(h?t{1,3}ps?|rtsp)(?:[:;.,]?[\\/]{1,3}|:\\{1,2}|;\/{1,2})(?=.)/i.exec(text);
  if (mistyped !== null) {
    const rest = text.slice(mistyped[0].length);
    throw invalid(`${spelling(mistyped[1] ?? '')}://${rest}`);
  }
  if (/^https?:(?!\d+(\/|$))/i.test(text)) {
    throw invalid(text.replace(/^(https?):/i, '$1://'));
  }
  const bare = text.replace(/^\/\//, '');
  const host = bare.split(/[/?#]/, 1)[0] ?? '';
  return isIPv6(host) ? `http://[${host}]${bare.slice(host.length)}` : `http://${bare}`;
}

function readUrl(text: string): DeviceAddress {
  if (text.includes('\\')) throw invalid(text.replace(/\\/g, '/'));
  const authority = (text.split('://')[1] ?? '').split(/[/?#]/, 1)[0] ?? '';
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    // The original failure repeats the whole input, account included.
    throw invalid();
  }
  const host = readHost(url.hostname, authority);
  const port = /:(\d+)$/.exec(authority)?.[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65535)) throw invalid();
  const query = takeQueryCredentials(url.searchParams, url.search);
  const typed = accountOf(url);
  return {
    scheme: readScheme(url.protocol),
    host,
    port: port === undefined ? undefined : Number(port),
    entryTarget: `${url.pathname}${query.search}`,
    credentials: typed ?? query.credentials,
  };
}

function isDeviceScheme(scheme: string): scheme is DeviceScheme {
  return deviceSchemes.some((known) => known === scheme);
}

function readScheme(protocol: string): DeviceScheme {
  const scheme = protocol.slice(0, -1);
  return isDeviceScheme(scheme) ? scheme : 'http';
}

function readHost(parsed: string, authority: string): string {
  if (parsed.startsWith('[')) return parsed.slice(1, -1);
  const host = parsed.replace(/\.$/, '').toLowerCase();
  if (!isIPv4(host) && (!hostName.test(host) || /^[\d.]+$/.test(host))) throw invalid();
  // `010.0.0.1` and `0x7f.1` are read differently by every program.
  if (isIPv4(host) && !authority.includes(host)) throw invalid();
  return host;
}

function accountOf(url: URL): Credentials | undefined {
  if (url.username === '' && url.password === '') return undefined;
  return { username: decode(url.username), password: decode(url.password) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function spelling(scheme: string): string {
  if (/^rtsp$/i.test(scheme)) return 'rtsp';
  return /s$/i.test(scheme) ? 'https' : 'http';
}

/** A better spelling is offered only where it cannot hold an account. */
function invalid(better?: string): DeviceError {
  const safe = better !== undefined && !/[@?#]/.test(better) ? better.slice(0, 120) : undefined;
  return new DeviceError('rejected', 'address-invalid', { detail: safe });
}
