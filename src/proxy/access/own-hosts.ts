import { isLoopbackHost, type ListenerOptions } from '../tls/listener-options.ts';
import { asAddress, interfaceAddresses, ownHostNames } from '../tls/machine-names.ts';
import { type HostRule, loopbackNames } from './same-site.ts';

/** Addresses change by DHCP, and asking the system for them at each request would be felt. */
const addressesKeptMs = 10_000;

/** The names of this machine as it listens, and the scheme of the pages that it serves itself. */
export function ownHosts(
  { host, hostNames, publicOrigins }: Omit<ListenerOptions, 'tls'>,
  scheme: 'http' | 'https',
  now: () => number,
  lookUp: () => readonly { readonly address: string }[] = interfaceAddresses,
): HostRule {
  const isPrivate = isLoopbackHost(host);
  const names = [
    ...loopbackNames,
    ...(isPrivate ? [] : ownHostNames()),
    ...hostNames.filter((name) => !name.startsWith('*.')).map(asHost),
    ...publicOrigins.map((origin) => new URL(origin).hostname),
  ];
  return {
    names: new Set(names),
    scheme,
    publicOrigins,
    ...(isPrivate ? {} : { isOwnAddress: addressBook(now, lookUp) }),
  };
}

function addressBook(
  now: () => number,
  lookUp: () => readonly { readonly address: string }[],
): (name: string) => boolean {
  let known: ReadonlySet<string> = new Set();
  let readAtMs = Number.NEGATIVE_INFINITY;
  return (name) => {
    const address = asAddress(name);
    if (address === null) return false;
    if (now() - readAtMs >= addressesKeptMs) {
      known = new Set(lookUp().map((one) => one.address));
      readAtMs = now();
    }
    return known.has(address);
  };
}

/** An address of version 6 stands in brackets in a `Host`. */
function asHost(name: string): string {
  return name.includes(':') ? `[${name}]` : name;
}
