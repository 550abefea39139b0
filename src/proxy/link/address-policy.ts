import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { DeviceError } from '../../domain/device-error.ts';

/** Ranges that no camera lives in, and that a hostile entry would use to reach something else. */
const deniedRanges = new Set([
  'unspecified',
  'multicast',
  'broadcast',
  'linkLocal',
  'reserved',
  'rfc6145',
  'rfc6052',
  '6to4',
  'teredo',
  'discard',
]);

/** Where clouds keep the secrets of a machine, outside the ranges above. */
const metadataServices = new Set(['fd00:ec2::254', '100.100.100.200']);

/**
 * Whether a device may live at this IP address. Addresses that are spelled as IPv6 but mean an
 * IPv4 one are judged by the latter.
 */
export function isAllowedAddress(address: string, allowLoopback: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (metadataServices.has(parsed.toString())) return false;
  // IPv6 neighbours of one cable are real cameras; the IPv4 range holds the metadata services.
  if (parsed.kind() === 'ipv6' && range === 'linkLocal') return true;
  if (range === 'loopback') return allowLoopback;
  return !deniedRanges.has(range);
}

function notAllowed(): DeviceError {
  return new DeviceError('unreachable', 'address-not-allowed');
}

const deviceSchemes = new Set(['http:', 'https:', 'ws:', 'wss:', 'rtsp:', 'rtsps:']);

/** A parsed origin: protocol, host and port, nothing else. */
export function parseOrigin(origin: string, allowLoopback: boolean): URL {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') {
    throw new DeviceError('unreachable', 'address-invalid');
  }
  if (!deviceSchemes.has(url.protocol)) {
    throw new DeviceError('unreachable', 'address-invalid');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address never passes through a lookup, so it is judged here.
  if (isIP(host) !== 0 && !isAllowedAddress(host, allowLoopback)) throw notAllowed();
  return url;
}

/**
 * A lookup that answers only with addresses that were checked, so that the address which is dialled
 * is the one that was judged, whatever the name server says next time.
 */
export function checkedLookup(allowLoopback: boolean, resolver = resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0);
        return;
      }
      const allowed = addresses.filter((entry) => isAllowedAddress(entry.address, allowLoopback));
      const first = allowed[0];
      if (first === undefined) callback(notAllowed(), '', 0);
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}
