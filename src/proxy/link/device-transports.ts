import { DeviceError } from '../../domain/device-error.ts';
import type { Transports } from './authenticated-transport.ts';
import type { DeviceDialer } from './device-dialer.ts';
import { DialGate } from './dial-gate.ts';
import { LenientTransport } from './lenient-transport.ts';
import type { LinkLimits } from './link-limits.ts';
import { PooledTransport } from './pooled-transport.ts';
import { isRtsp } from './rtsp-dial.ts';
import { SocketTransport } from './socket-transport.ts';
import type { Transport } from './transport.ts';

/** What an address without HTTP says to a request over it. */
const nothing: Transport = {
  send: () => Promise.reject(new DeviceError('unsupported', 'not-supported')),
  close: () => Promise.resolve(),
};

/** The ways to one origin. A device whose address is a WebSocket's is asked over WebSockets only. */
export function transportsTo(origin: URL, dialer: DeviceDialer, limits: LinkLimits): Transports {
  if (isRtsp(origin)) {
    return { standard: nothing, lenient: nothing, socket: nothing };
  }
  const socketOrigin = new URL(origin.href.replace(/^http/, 'ws'));
  const socket = new SocketTransport(socketOrigin, dialer, limits);
  if (origin.protocol === 'ws:' || origin.protocol === 'wss:') {
    return { standard: socket, lenient: socket, socket };
  }
  // The same for both: a device counts the sockets, whichever way they are used.
  const gates = {
    calls: new DialGate(() => limits.callSockets),
    commands: new DialGate(() => limits.commandSockets),
  };
  return {
    standard: new PooledTransport(origin, dialer, gates, limits),
    lenient: new LenientTransport(origin, dialer, gates, limits),
    socket,
  };
}
