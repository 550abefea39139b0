import { networkInterfaces, hostname as systemHostname } from 'node:os';
import ipaddr from 'ipaddr.js';

/** What this machine is called and where it is reached. */
export interface MachineNames {
  /** In lower case; one may begin with `*.`. */
  readonly dnsNames: readonly string[];
  readonly addresses: readonly MachineAddress[];
}

export interface MachineAddress {
  /** In the spelling of a browser, without brackets. */
  readonly address: string;
  /** How many leading bits of it make its network. */
  readonly prefix: number;
}

const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const dnsName = new RegExp(`^(?=.{1,253}$)(\\*\\.)?${label}(\\.${label})*$`);

const loopback: readonly MachineAddress[] = [
  { address: '127.0.0.1', prefix: 8 },
  { address: '::1', prefix: 128 },
];

/** A host name as certificates spell it, or null for what cannot be one. */
export function asDnsName(text: string): string | null {
  const name = text.toLowerCase();
  return dnsName.test(name) && !ipaddr.isValid(name) ? name : null;
}

/** An address as browsers spell it, or null; shorthands such as `127.1` are none. */
export function asAddress(text: string): string | null {
  const bare = /^\[(.+)\]$/.exec(text)?.[1] ?? text;
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return bare;
  return ipaddr.IPv6.isValid(bare) && !bare.includes('%') ? ipaddr.parse(bare).toString() : null;
}

/** @param hostNames names and addresses that a person gave, beside those of the machine */
export function namesOfMachine(
  hostNames: readonly string[],
  addresses: readonly MachineAddress[] = interfaceAddresses(),
): MachineNames {
  const given = hostNames.flatMap((text) => asAddress(text) ?? []);
  const names = [...ownHostNames(), ...hostNames.flatMap((text) => asDnsName(text) ?? [])];
  return {
    dnsNames: [...new Set(names)],
    addresses: uniqueAddresses([...given.map(alone), ...loopback, ...addresses]),
  };
}

/** Host name of this machine, as it is and as its neighbours find it by multicast DNS. */
export function ownHostNames(hostname = systemHostname()): readonly string[] {
  const own = asDnsName(hostname);
  const first = own?.split('.')[0];
  const names = ['localhost', own, first && first !== 'localhost' ? `${first}.local` : null];
  return [...new Set(names.filter((name) => name !== null && name !== undefined))];
}

/** Addresses of all interfaces. Those that only hold with the name of a link are left out. */
export function interfaceAddresses(
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): readonly MachineAddress[] {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, family }) => family === 'IPv4' || !/^fe[89ab]/i.test(address))
    .map(({ address, cidr }) => {
      const prefix = Number(cidr?.split('/')[1]);
      const bits = lengthOf(address);
      return { address, prefix: Number.isInteger(prefix) && prefix > 0 ? prefix : bits };
    });
}

function alone(address: string): MachineAddress {
  return { address, prefix: lengthOf(address) };
}

function lengthOf(address: string): number {
  return address.includes(':') ? 128 : 32;
}

function uniqueAddresses(addresses: readonly MachineAddress[]): readonly MachineAddress[] {
  return [...new Map(addresses.map((one) => [one.address, one])).values()];
}
