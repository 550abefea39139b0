import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Front } from '../../scripts/run-product.ts';

/**
 * Stands between browser and proxy and looks at every byte of every reply and socket frame as it
 * passes; `see` is given the state in which the bytes before ended. Frames from a server are not masked, and the app's own files alone are compressed.
 */
export async function startScanningRelay(
  proxyOrigin: string,
  see: (bytes: Uint8Array, state: number) => number,
): Promise<Front> {
  const { hostname, port } = new URL(proxyOrigin);
  const callers = new Set<Socket>();
  const pass = (caller: Socket) => {
    const proxy = connect(Number(port), hostname);
    let state = 0;
    callers.add(caller);
    caller.on('close', () => {
      callers.delete(caller);
      proxy.destroy();
    });
    proxy.on('close', () => caller.destroySoon());
    for (const socket of [caller, proxy]) {
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
    }
    proxy.on('data', (bytes: Buffer) => {
      state = see(bytes, state);
    });
    caller.pipe(proxy).pipe(caller);
  };
  let server = createServer(pass);
  const own = await listen(server, 0);
  return {
    origin: `http://127.0.0.1:${own}`,
    open: async () => {
      server = createServer(pass);
      await listen(server, own);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const caller of callers) caller.destroy();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
