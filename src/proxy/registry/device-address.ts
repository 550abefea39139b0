import { isIPv4, isIPv6 } from 'node:net';
import { DeviceError } from '../../domain/device-error.ts';
import type { Credentials } from '../../protocols/protocol.ts';
import { takeQueryCredentials } from './query-credentials.ts';

/** All but the first two are addresses of one stream each, such as FLV over a WebSocket. */
type DeviceScheme = 'http' | 'https' | 'ws' | 'wss' | 'rtsp' | 'rtsps';

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

const unplayableSchemes = /^(rtspu|rtmps?|rtmpe|rtp|srt|udp|mms|onvif)$/i;
/** With the port that means the same as none. */
const standardPorts: Readonly<Record<DeviceScheme, number>> = {
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
  rtsp: 554,
  rtsps: 322,
};
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
  return scheme === 'https' || scheme === 'wss' || scheme === 'rtsps';
}

/** Whether the address is that of one stream, and of nothing that could be asked over HTTP. */
export function isStreamAddress({ scheme }: Pick<DeviceAddress, 'scheme'>): boolean {
  return scheme !== 'http' && scheme !== 'https';
}

export function standardPort({ scheme }: Pick<DeviceAddress, 'scheme'>): number {
  return standardPorts[scheme];
}

/** `http://host:port` in the one spelling that is stored and sealed to. */
export function originOf(address: DeviceAddress, port: number): string {
  const host = isIPv6(address.host) ? `[${address.host}]` : address.host;
  const end = port === standardPort(address) ? '' : `:${port}`;
  return `${address.scheme}://${new URL(`http://${host}`).hostname}${end}`;
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
    // The rules for the hosts of HTTP hold for any camera; the parser has none for those of RTSP.
    url = new URL(text.replace(/^rtsp(?=s?:)/i, 'http'));
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
    scheme: readScheme(text),
    host,
    port: port === undefined ? undefined : Number(port),
    entryTarget: `${url.pathname}${query.search}`,
    credentials: typed ?? query.credentials,
  };
}

function isDeviceScheme(scheme: string): scheme is DeviceScheme {
  return Object.hasOwn(standardPorts, scheme);
}

function readScheme(text: string): DeviceScheme {
  const scheme = text.split(':', 1)[0]?.toLowerCase() ?? '';
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
