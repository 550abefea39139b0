import type { ProbeRequest } from '../../../api/probe.ts';
import { DeviceError } from '../../../domain/device-error.ts';
import type { Credentials, Protocol } from '../../../protocols/protocol.ts';
import type { ActiveDevice } from '../active-device.ts';
import {
  type DeviceAddress,
  isSecure,
  isStreamAddress,
  originOf,
  parseDeviceAddress,
  standardPort,
} from '../device-address.ts';
import { usesEntryTarget } from '../views-of-device.ts';

export interface ProbeInput {
  readonly address: DeviceAddress;
  /** Ports to try, in order. */
  readonly ports: readonly number[];
  readonly credentials: Credentials | null;
  /** The key of the certificate that a person trusts there. */
  readonly trustedKey: string | undefined;
  /** Those that can be found at such an address. */
  readonly protocols: readonly Protocol[];
}

/**
 * Joins what was typed with what is stored of a device. What was typed wins; a stored password
 * goes to the origin that it was stored for and to no other.
 * @throws DeviceError `address-invalid`, `not-supported`, `login-needed` for a password that no key
 * opens, `password-needed-again` for another origin
 */
export function readProbeInput(
  request: ProbeRequest,
  stored: ActiveDevice | undefined,
  protocols: readonly Protocol[],
): ProbeInput {
  const address = parseDeviceAddress(request.address);
  const fitting = protocolsFor(address, protocols);
  return {
    address,
    protocols: fitting,
    ports: isAt(stored, address) ? [portAt(address)] : portsOf(address, fitting),
    credentials: credentialsOf(request, address, stored),
    trustedKey:
      request.trustedKey ?? (isAt(stored, address) ? stored?.row.certificate?.key : undefined),
  };
}

/** At the address of one stream no device is asked for its papers. */
function protocolsFor(address: DeviceAddress, protocols: readonly Protocol[]) {
  if (!isStreamAddress(address)) return protocols;
  const fitting = protocols.filter(usesEntryTarget);
  if (fitting.length > 0) return fitting;
  throw new DeviceError('unsupported', 'not-supported', { detail: `${address.scheme}://` });
}

function portsOf(address: DeviceAddress, protocols: readonly Protocol[]): readonly number[] {
  if (address.port !== undefined) return [address.port];
  if (isSecure(address) || address.scheme === 'rtsp') return [standardPort(address)];
  return [...new Set([80, ...protocols.map(({ defaultPort }) => defaultPort)])];
}

function credentialsOf(
  request: ProbeRequest,
  address: DeviceAddress,
  stored: ActiveDevice | undefined,
): Credentials | null {
  const username = request.username ?? address.credentials?.username ?? stored?.row.username ?? '';
  const typed = request.password ?? address.credentials?.password;
  if (typed !== undefined) return accountOrNothing(username, typed);
  if (stored?.sealedPassword === undefined) return accountOrNothing(username, '');
  const known = stored.credentials();
  if (known === null) throw new DeviceError('unauthorized', 'login-needed');
  if (!isAt(stored, address)) {
    throw new DeviceError('unauthorized', 'password-needed-again');
  }
  return accountOrNothing(username, known.password);
}

function portAt(address: DeviceAddress): number {
  return address.port ?? standardPort(address);
}

/** Another port or scheme may be another program, and one that listens in the clear. */
function isAt(stored: ActiveDevice | undefined, address: DeviceAddress): boolean {
  return stored?.row.origin === originOf(address, portAt(address));
}

function accountOrNothing(username: string, password: string): Credentials | null {
  return username === '' && password === '' ? null : { username, password };
}
