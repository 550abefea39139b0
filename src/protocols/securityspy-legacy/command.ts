import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, Endpoint } from '../protocol.ts';
import { readMode } from './camera-mode.ts';
import { operationOf } from './endpoints.ts';

export interface Command {
  readonly endpoint: Endpoint;
  readonly query: { readonly cameraNum: number; readonly command?: number };
  /** What the server answers when it took the command. */
  readonly success: RegExp;
  /** Statuses that mean the same, whatever stands in the body. */
  readonly done?: readonly number[];
}

/**
 * Sends a command, and takes nothing for success but what the document says.
 * @throws DeviceError `command-refused`, or `empty-reply`; for a 401 `forbidden` where the account may see the camera,
 *   for servers of this make answer it for a missing right as well
 */
export async function sendCommand(link: DeviceLink, command: Command): Promise<void> {
  const { endpoint, query, success, done = [] } = command;
  const operation = operationOf(endpoint);
  const reply = await link.call({ endpoint, query }, { acceptStatus: [401, ...done] });
  if (reply.status === 401) {
    await readMode(link, query.cameraNum);
    throw new DeviceError('forbidden', 'no-permission', { operation, detail: '401' });
  }
  if (done.includes(reply.status) || success.test(reply.text)) return;
  // Nothing at all is no refusal: the server may have obeyed.
  if (reply.text.trim() === '') {
    throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  }
  throw new DeviceError('rejected', 'command-refused', { operation });
}
