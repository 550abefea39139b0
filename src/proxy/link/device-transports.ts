import type { LookupFunction } from 'node:net';
import type { Transports } from './authenticated-transport.ts';
import { LenientTransport } from './lenient-transport.ts';
import type { LinkLimits } from './link-limits.ts';
import { PooledTransport } from './pooled-transport.ts';
import { SocketTransport } from './socket-transport.ts';

/** The ways to one origin. A device whose address is a WebSocket's is asked over WebSockets only. */
export function transportsTo(origin: URL, lookup: LookupFunction, limits: LinkLimits): Transports {
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
