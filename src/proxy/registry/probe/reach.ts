import { lookup } from 'node:dns/promises';
import { connect as dial, isIP } from 'node:net';
import { DeviceError } from '../../../domain/device-error.ts';
import type { AddressPolicy } from '../../link/address-policy.ts';
import { deviceFault } from '../../link/device-fault.ts';

const dialMs = 3000;

/**
 * The addresses behind a host that may be dialled.
 * @throws DeviceError `name-not-found`, `address-not-allowed`
 */
export async function allowedAddresses(
  host: string,
  ports: readonly number[],
  addresses: AddressPolicy,
): Promise<string[]> {
  const found = isIP(host) ? [host] : await lookUp(host);
  const allowed = found.filter((address) => ports.some((port) => addresses.allows(address, port)));
  if (allowed.length === 0) throw new DeviceError('unreachable', 'address-not-allowed');
  return allowed;
}

async function lookUp(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw new DeviceError('unreachable', 'name-not-found');
  }
}

/** The first port that takes a connection, at the first address that does. */
export async function firstOpenPort(
  addresses: readonly string[],
  ports: readonly number[],
  policy: AddressPolicy,
  signal: AbortSignal,
): Promise<{ readonly address: string; readonly port: number }> {
  let failure: DeviceError | undefined;
  for (const port of ports) {
    for (const address of addresses) {
      signal.throwIfAborted();
      if (!policy.allows(address, port)) continue;
      try {
        await tryDial(address, port, signal);
        return { address, port };
      } catch (error) {
        failure ??= deviceFault(error);
      }
    }
  }
  throw failure ?? new DeviceError('unreachable', 'connection-refused');
}

function tryDial(address: string, port: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = dial({ host: address, port, signal });
    socket.setTimeout(dialMs, () => {
      socket.destroy(new DeviceError('timeout', 'dial-timeout'));
    });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}
