import ipaddr from 'ipaddr.js';
import type { MachineAddress, MachineNames } from './machine-names.ts';

export const nameConstraintsOid = '2.5.29.30';

const sequence = 0x30;
const permittedSubtrees = 0xa0;
const dnsNameTag = 0x82;
const ipAddressTag = 0x87;

/**
 * The value of the extension that keeps an authority to these names (RFC 5280, 4.2.1.10). A kind of
 * name with no entry of its own would be free, so there is always one of each kind.
 */
export function encodeNameConstraints(names: MachineNames): Uint8Array<ArrayBuffer> {
  const subtrees = new Map(
    subtreesOf(names).map((subtree) => [Buffer.from(subtree).toString('hex'), subtree]),
  );
  return Uint8Array.from(element(sequence, element(permittedSubtrees, ...subtrees.values())));
}

/** The names that a certificate of an authority cannot hold; it is asked for its own bytes. */
export function namesOutside(authority: Buffer, { dnsNames, addresses }: MachineNames): string[] {
  const covers = (subtree: Buffer) => authority.includes(subtree);
  return [
    ...dnsNames.filter((name) => !parentsOf(name).map(dnsSubtree).some(covers)),
    ...addresses.map(({ address }) => address).filter((one) => !networksOf(one).some(covers)),
  ];
}

/** A name and everything above it. */
function parentsOf(name: string): readonly string[] {
  const labels = name.replace(/^\*\./, '').split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** Every network that an address is in, itself first. */
function networksOf(address: string): readonly Buffer[] {
  const bits = address.includes(':') ? 128 : 32;
  return Array.from({ length: bits }, (_, index) => networkSubtree(address, bits - index));
}

function subtreesOf({ dnsNames, addresses }: MachineNames): readonly Buffer[] {
  return [...dnsNames.map(dnsSubtree), ...addresses.map(addressSubtree)];
}

/** A name permits what lies below it as well, so that a wildcard stands as its own base. */
function dnsSubtree(name: string): Buffer {
  return element(sequence, element(dnsNameTag, Buffer.from(name.replace(/^\*\./, ''), 'ascii')));
}

/**
 * The network of a private address, so that a new lease of the same network stays inside; a public
 * address stands alone, since its neighbours belong to other people.
 */
function addressSubtree({ address, prefix }: MachineAddress): Buffer {
  const parsed = ipaddr.parse(address);
  const isPublic = parsed.kind() === 'ipv4' && parsed.range() === 'unicast';
  return networkSubtree(address, isPublic ? 32 : prefix);
}

function networkSubtree(address: string, bits: number): Buffer {
  const parsed = ipaddr.parse(address);
  const isV4 = parsed.kind() === 'ipv4';
  const bytes = parsed.toByteArray();
  const mask = (isV4 ? ipaddr.IPv4 : ipaddr.IPv6).subnetMaskFromPrefixLength(bits).toByteArray();
  const network = bytes.map((byte, index) => byte & (mask[index] ?? 0));
  return element(sequence, element(ipAddressTag, Buffer.from([...network, ...mask])));
}

/** One DER element: tag, length, content. */
function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(content.length)]), content]);
}

function lengthBytes(length: number): readonly number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
