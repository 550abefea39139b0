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
  const take = (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      greet(socket);
    });
  };
  const first = createServer(take).listen(0, '127.0.0.1');
  await once(first, 'listening');
  const { port } = first.address() as AddressInfo;
  // The same port of the other family, so that no spelling of loopback misses it.
  const second = createServer(take).listen(port, '::1');
  await once(second, 'listening');
  const canary: Canary = {
    port,
    get connections() {
      return connections;
    },
    get heard() {
      return heard;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      const closed = [first, second].map((server) => once(server, 'close'));
      for (const server of [first, second]) server.close();
      await Promise.all(closed);
    },
  };
  return canary;
}
