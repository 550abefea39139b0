import type { LookupFunction } from 'node:net';
import { DeviceError } from '../../domain/device-error.ts';
import type { Transports } from './authenticated-transport.ts';
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
export function transportsTo(origin: URL, lookup: LookupFunction, limits: LinkLimits): Transports {
  if (isRtsp(origin)) {
    return { standard: nothing, lenient: nothing, socket: nothing };
  }
  const socketOrigin = new URL(origin.href.replace(/^http/, 'ws'));
  const socket = new SocketTransport(socketOrigin, lookup, limits);
  if (origin.protocol === 'ws:' || origin.protocol === 'wss:') {
    return { standard: socket, lenient: socket, socket };
  }
  return {
    standard: new PooledTransport(origin, lookup, limits),
    lenient: new LenientTransport(origin, lookup, limits),
    socket,
  };
}
