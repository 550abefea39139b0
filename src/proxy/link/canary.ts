import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A listener of tests that nobody may ever reach. */
export interface Canary {
  readonly port: number;
  readonly connections: number;
  /** Everything that was ever sent to it. */
  readonly heard: string;
  close(): Promise<void>;
}

/** @param greet what it does when it is reached after all, e.g. asks for a password */
export async function listenAsCanary(greet: (socket: Socket) => void = () => undefined) {
  const sockets = new Set<Socket>();
  let connections = 0;
  let heard = '';
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      greet(socket);
    });
  });
  // Both families, so that no spelling of loopback misses it.
  server.listen(0, '::');
  await once(server, 'listening');
  const canary: Canary = {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    get heard() {
      return heard;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return canary;
}
