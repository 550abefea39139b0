import { connect as dial } from 'node:net';
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
  const found = await addresses.resolve(host);
  const allowed = found.filter((address) => ports.some((port) => addresses.allows(address, port)));
  if (allowed.length === 0) throw new DeviceError('unreachable', 'address-not-allowed');
  return allowed;
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
