import type { WebSocket } from 'ws';
import { DeviceError } from '../../domain/device-error.ts';
import type { EndpointCall } from '../../protocols/protocol.ts';
import type { DeviceConnection } from './device-connection.ts';
import { deviceFault, statusFault } from './device-fault.ts';
import { discardStream } from './device-target.ts';

export interface Talk {
  say(text: string): void;
  /** Resolves when the device hangs up, and fails with what `hear` throws or with a DeviceError. */
  listen(hear: (text: string) => void): Promise<void>;
  close(): void;
}

/** Opens a socket over which both sides speak; the signal closes it. */
export async function openTalk(
  connection: Pick<DeviceConnection, 'openAnswer'>,
  call: EndpointCall,
  signal: AbortSignal,
): Promise<Talk> {
  const opened = await connection.openAnswer(call, signal, 'both-ways');
  const { socket, status } = opened;
  if (socket === undefined) {
    discardStream(opened);
    const facts = { operation: call.endpoint.id, sentCredentials: true };
    if (status >= 300) throw statusFault(status, facts);
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation: call.endpoint.id });
  }
  return {
    say: (text) => socket.send(text, () => undefined),
    listen: (hear) => follow(socket, hear),
    close: () => discardStream(opened),
  };
}

function follow(socket: WebSocket, hear: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.on('message', (data) => {
      try {
        hear(String(data));
      } catch (failure) {
        reject(failure);
      }
    });
    socket.once('error', (error) => reject(deviceFault(error, 'export')));
    socket.once('close', () => resolve());
    socket.resume();
  });
}
