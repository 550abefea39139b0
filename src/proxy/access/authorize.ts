import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import type { CameraId } from '../../domain/camera.ts';
import type { Policy } from './policy.ts';

/** Who asks. People and roles come in here and nowhere else. */
export interface Caller {
  readonly isLocal: boolean;
}

export function callerOf(request: IncomingMessage): Caller {
  const address = request.socket.remoteAddress ?? '';
  return { isLocal: ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback' };
}

/**
 * The one place that decides. While there are no accounts, whoever sits at this machine may do
 * everything and nobody else anything.
 */
export function authorize(caller: Caller, _policy: Policy, _cameraId?: CameraId): boolean {
  return caller.isLocal;
}
