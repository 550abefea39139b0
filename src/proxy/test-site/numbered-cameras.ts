import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { still } from './still-camera.ts';

export interface NumberedCameras {
  readonly port: number;
  /** Numbers whose status was asked for with the right account, in order. */
  readonly asked: number[];
  /** This number is never answered, where it is set. */
  silentAt: number | undefined;
  /** Sockets that are open. */
  readonly sockets: ReadonlySet<Socket>;
  stop(): Promise<void>;
}

/**
 * A server of a test that has no list of its cameras: each number has to be asked for. Everything
 * lies behind an account.
 */
export async function startNumberedCameras(
  account: string,
  numbers: readonly number[],
): Promise<NumberedCameras> {
  const asked: number[] = [];
  const expected = `Basic ${Buffer.from(account).toString('base64')}`;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://device.invalid');
    response.setHeader('server', 'BBVS');
    if (request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="SecuritySpy"' });
      response.end('401 Unauthorized');
      return;
    }
    const number = Number(searchParams.get('cameraNum') ?? '-1');
    if (pathname === '/++camerastatus') asked.push(number);
    if (number === cameras.silentAt) return;
    const known = numbers.includes(number);
    if (known && pathname === '/++camerastatus') response.end('3 ACTIVE');
    else if (known && pathname === '/++image') response.end(still);
    else response.writeHead(404).end('404 Not Found');
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const cameras: NumberedCameras = {
    port: await listen(server),
    asked,
    silentAt: undefined,
    sockets,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return cameras;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
