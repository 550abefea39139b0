import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from '../parsing/html.ts';
import type { DeviceLink, Endpoint, EndpointCall } from '../protocol.ts';

export const operationOf = (endpoint: Endpoint) => `securityspy.${endpoint.id}`;

/** The number of a camera. What no camera is called cannot be asked for, and -1 would mean all. */
export function cameraNumber(channel: string, endpoint: Endpoint): number {
  if (/^\d{1,4}$/.test(channel)) return Number(channel);
  throw new DeviceError('rejected', 'not-found', { operation: operationOf(endpoint) });
}

/**
 * Sends what acts on a camera. "OK" is the only word that means success; how a server refuses is
 * not documented, and those who have one see a 404.
 * @throws DeviceError `command-refused` for anything but "OK"
 */
export async function command(link: DeviceLink, call: EndpointCall): Promise<void> {
  const operation = operationOf(call.endpoint);
  const { status, text } = await link.call(call, { acceptStatus: [404] });
  if (status === 404) {
    throw new DeviceError('rejected', 'command-refused', { operation, detail: '404' });
  }
  if (looksLikeHtml(text)) throw new DeviceError('malformed-reply', 'html-page', { operation });
  if (!/^\s*OK\s*$/.test(text)) throw new DeviceError('rejected', 'command-refused', { operation });
}
