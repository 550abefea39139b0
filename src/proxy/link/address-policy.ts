import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { DeviceError } from '../../domain/device-error.ts';
import { isOwnListener } from './own-listeners.ts';

/** Where devices live: private networks (RFC 1918, RFC 4193), CGNAT (RFC 6598), IPv6 neighbours. */
const privateRanges = new Set(['private', 'uniqueLocal', 'carrierGradeNat']);
/** What an administrator may open by name. The rest leads back to us, or to everybody. */
const openableRanges = new Set(['unicast', 'linkLocal', 'reserved', 'as112', 'amt']);

/** Where clouds keep the secrets of a machine; open to nobody, whatever is configured. */
const metadataServices = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd20:ce::254',
]);
/** IPv4 in the clothes of IPv6 (RFC 4291 section 2.5.5.1), which the library takes for plain IPv6. */
const ipv4Compatible = ipaddr.parseCIDR('::/96');

type Address = ReturnType<typeof ipaddr.process>;
export type AddressRange = ReturnType<typeof ipaddr.parseCIDR>;

/** @returns null for what is no range such as `203.0.113.0/24`, or a single address */
export function parseRange(text: string): AddressRange | null {
  const written = text.trim();
  if (isIP(written) !== 0) {
    const address = ipaddr.parse(written);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  }
  // Octal and short spellings are read differently by every program.
  const isPlain = isIP(written.split('/', 1)[0] ?? '') !== 0;
  return isPlain && ipaddr.isValidCIDR(written) ? ipaddr.parseCIDR(written) : null;
}

export interface AddressRules {
  /** Whether devices may live on this very machine. */
  readonly allowLoopback: boolean;
  /** Ranges beyond the private ones. */
  readonly ranges?: readonly AddressRange[];
  /** The name service of this machine, unless a test brings its own. */
  readonly resolver?: typeof resolve;
}

/** Where a device may live. Judged at the moment of every dial. */
export class AddressPolicy {
  readonly #allowLoopback: boolean;
  readonly #ranges: readonly AddressRange[];
  readonly #resolver: typeof resolve;

  constructor({ allowLoopback, ranges = [], resolver = resolve }: AddressRules) {
    this.#allowLoopback = allowLoopback;
    this.#ranges = ranges;
    this.#resolver = resolver;
  }

  /** Addresses that are spelled as IPv6 but mean an IPv4 one are judged by the latter. */
  allows(address: string, port: number): boolean {
    const bare = address.replace(/%.*$/, '');
    if (isIP(bare) === 0) return false;
    return this.#allowsHost(ipaddr.process(bare)) && !isOwnListener(bare, port);
  }

  /**
   * A lookup that answers only with addresses that were checked, so that the address which is dialled
   * is the one that was judged, whatever the name server says next time.
   */
  lookup(port: number): LookupFunction {
    return (hostname, options, callback) => {
      this.#resolver(hostname, { ...options, all: true }, (error, addresses) => {
        if (error !== null) {
          callback(error, '', 0);
          return;
        }
        const allowed = addresses.filter((entry) => this.allows(entry.address, port));
        const first = allowed[0];
        if (first === undefined) callback(notAllowed(), '', 0);
        else if (options.all === true) callback(null, allowed);
        else callback(null, first.address, first.family);
      });
    };
  }

  /**
   * Every address behind a host, judged by nobody yet.
   * @throws DeviceError `name-not-found`
   */
  resolve(host: string): Promise<readonly string[]> {
    if (isIP(host) !== 0) return Promise.resolve([host]);
    return new Promise((resolve, reject) => {
      this.#resolver(host, { all: true }, (error, found) => {
        if (error === null) resolve(found.map(({ address }) => address));
        else reject(new DeviceError('unreachable', 'name-not-found'));
      });
    });
  }

  #allowsHost(address: Address): boolean {
    const range = address.range();
    if (metadataServices.has(address.toString())) return false;
    if (range === 'loopback') return this.#allowLoopback;
    if (privateRanges.has(range)) return true;
    const isIpv6 = address.kind() === 'ipv6';
    // IPv6 neighbours of one cable are real cameras; the IPv4 range holds the metadata services.
    if (isIpv6 && range === 'linkLocal') return true;
    if (isIpv6 && address.match(ipv4Compatible)) return false;
    return openableRanges.has(range) && this.#ranges.some((one) => isWithin(address, one));
  }
}

function isWithin(address: Address, [network, bits]: AddressRange): boolean {
  return address.kind() === network.kind() && address.match([network, bits] as never);
}

export function notAllowed(): DeviceError {
  return new DeviceError('unreachable', 'address-not-allowed');
}

const deviceSchemes = new Set(['http:', 'https:', 'ws:', 'wss:', 'rtsp:', 'rtsps:']);

const usualPorts: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'ws:': 80,
  'wss:': 443,
  'rtsp:': 554,
  'rtsps:': 322,
};

/** The port of an origin, also where it is the usual one of its scheme and not written. */
export function portOf({ protocol, port }: Pick<URL, 'protocol' | 'port'>): number {
  return port === '' ? (usualPorts[protocol] ?? 0) : Number(port);
}

export function isSecureOrigin({ protocol }: Pick<URL, 'protocol'>): boolean {
  return protocol === 'https:' || protocol === 'wss:' || protocol === 'rtsps:';
}

/** A host name or address without the brackets of IPv6. */
export function bareHost({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** A parsed origin: protocol, host and port, nothing else. */
export function parseOrigin(origin: string, addresses: AddressPolicy): URL {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (url === null || url.hostname === '' || url.username !== '' || url.password !== '') {
    throw new DeviceError('unreachable', 'address-invalid');
  }
  if (!deviceSchemes.has(url.protocol)) {
    throw new DeviceError('unreachable', 'address-invalid');
  }
  const host = bareHost(url);
  // A literal address never passes through a lookup, so it is judged here.
  if (isIP(host) !== 0 && !addresses.allows(host, portOf(url))) throw notAllowed();
  return url;
}
