import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { MachineNames } from './machine-names.ts';

/** A machine that is called `vm`, with one private and one public address. */
export const testNames: MachineNames = {
  dnsNames: ['localhost', 'vm', 'vm.local'],
  addresses: [
    { address: '127.0.0.1', prefix: 8 },
    { address: '::1', prefix: 128 },
    { address: '192.168.7.20', prefix: 24 },
    { address: '8.8.4.4', prefix: 24 },
    { address: 'fd00::2', prefix: 64 },
  ],
};

/** A TLS connection to this machine, once the handshake is over; rejects with its failure. */
export function shakeHands(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ...options });
    socket.once('secureConnect', () => resolve(socket));
    socket.once('error', reject);
  });
}
