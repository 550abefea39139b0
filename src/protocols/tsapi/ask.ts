import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, DeviceReply, EndpointCall } from '../protocol.ts';
import { isLegacyDisabled } from './replies.ts';

/** Calls, and turns the answer of a server that has this API switched off into words. */
export async function ask(
  link: DeviceLink,
  call: EndpointCall,
  acceptStatus: readonly number[],
): Promise<DeviceReply> {
  const reply = await link.call(call, { acceptStatus });
  if (reply.status === 404 && isLegacyDisabled(reply.text)) {
    const operation = operationOf(call);
    throw new DeviceError('unsupported', 'legacy-api-disabled', { operation, detail: '404' });
  }
  return reply;
}

export function operationOf({ endpoint }: Pick<EndpointCall, 'endpoint'>): string {
  return `tsapi.${endpoint.id}`;
}
