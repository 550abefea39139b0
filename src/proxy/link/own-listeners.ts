import { isIP, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** How many servers of this process listen on a port; they may, on different addresses. */
const ports = new Map<number, number>();

/**
 * Counts a server of ours among those that are no device: whoever could make us dial ourselves would
 * speak to the product as somebody on this machine. One table, since listeners belong to the process.
 */
export function countAsOwn(server: Server): void {
  server.on('listening', () => {
    const address = server.address();
    if (address === null || typeof address === 'string') return;
    const { port } = address;
    ports.set(port, (ports.get(port) ?? 0) + 1);
    server.once('close', () => {
      const left = (ports.get(port) ?? 1) - 1;
      if (left > 0) ports.set(port, left);
      else ports.delete(port);
    });
  });
}

/** Whether a dial would end at a server of this process. */
export function isOwnListener(address: string, port: number): boolean {
  if (!ports.has(port) || isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'loopback') return true;
  // Asked anew: an interface may have come up since the start.
  const ours = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return ours.some((one) => ipaddr.process(one.address).toString() === parsed.toString());
}
