import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, Endpoint, QueryValue } from '../protocol.ts';
import { readAcknowledgement } from './acknowledgement.ts';
import { operationOf } from './parameter-groups.ts';

/** Such a device is one camera. */
export const onlyChannel = '1';

/** @throws DeviceError `not-found` for any other channel than the only one */
export function checkChannel(channel: string, endpoint: Endpoint): void {
  if (channel !== onlyChannel) throw notFound(endpoint);
}

export function notFound(endpoint: Endpoint): DeviceError {
  return new DeviceError('rejected', 'not-found', { operation: operationOf(endpoint) });
}

export function notSupported(endpoint: Endpoint): DeviceError {
  return new DeviceError('unsupported', 'not-supported', { operation: operationOf(endpoint) });
}

export function illegal(endpoint: Endpoint): DeviceError {
  return new DeviceError('rejected', 'illegal-parameter', { operation: operationOf(endpoint) });
}

/**
 * Sends what turns, switches or saves something. The document shows `OK` for some of it and 204 as
 * a status (4.1.1); in the field both answer any of it.
 * @throws DeviceError `command-refused` for `# Error: …`, with its words where they are harmless
 */
export async function command(
  link: DeviceLink,
  endpoint: Endpoint,
  query: Readonly<Record<string, QueryValue>>,
): Promise<void> {
  const operation = operationOf(endpoint);
  const { status, text } = await link.call({ endpoint, query });
  if (status === 204) return;
  try {
    readAcknowledgement(text, operation);
  } catch (failure) {
    if (!(failure instanceof DeviceError) || failure.reason !== 'illegal-parameter') throw failure;
    const { detail } = failure;
    throw new DeviceError('rejected', 'command-refused', { operation, detail });
  }
}

/** Whether a device said no to a command, which one that lacks it says too. */
export function isRefusal(failure: unknown): boolean {
  return (
    failure instanceof DeviceError &&
    (failure.reason === 'command-refused' || failure.kind === 'unsupported')
  );
}
