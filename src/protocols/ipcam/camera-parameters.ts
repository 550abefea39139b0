import { DeviceError } from '../../domain/device-error.ts';
import type { Variables } from '../parsing/variables.ts';
import type { DeviceLink, DeviceReply, EndpointCall } from '../protocol.ts';
import { ipcamEndpoint, operationOf } from './endpoints.ts';
import { readCameraParameters } from './replies.ts';

/**
 * The smallest reply that needs an account, so a wrong password shows here: get_status.cgi answers
 * everybody.
 */
export async function cameraParameters(link: DeviceLink): Promise<Variables> {
  const reply = await link.call({ endpoint: ipcamEndpoint.readCamera });
  return readCameraParameters(reply.text, operationOf(ipcamEndpoint.readCamera));
}

/**
 * Calls what not every account may. A refusal is about the account's rights where the account is
 * let in elsewhere, and about its password where it is not.
 * @throws DeviceError `forbidden` or `unauthorized`, accordingly
 */
export async function callAsAllowed(link: DeviceLink, call: EndpointCall): Promise<DeviceReply> {
  const reply = await link.call(call, { acceptStatus: [401, 403] });
  if (reply.status < 400) return reply;
  await cameraParameters(link);
  const operation = operationOf(call.endpoint);
  throw new DeviceError('forbidden', 'no-permission', { operation, detail: String(reply.status) });
}
