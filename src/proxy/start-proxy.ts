import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { bareReply } from './api/security-headers.ts';
import { type CreateOptions, createProxy, type MountedProxy } from './create-proxy.ts';
import { countAsOwn } from './link/own-listeners.ts';
import type { ProxyOptions } from './proxy-options.ts';
import { StartFailure } from './start-failure.ts';
import { isLoopbackHost } from './tls/listener-options.ts';

const unreadable: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

export interface RunningProxy {
  /** `https://host:port` that a browser on this machine opens. */
  readonly origin: string;
  readonly proxy: MountedProxy;
  stop(): Promise<void>;
}

/**
 * Starts the proxy and its listener.
 * @throws StartFailure when the port is taken, the host is not this machine, or the data cannot be read
 */
export async function startProxy(create: CreateOptions = {}): Promise<RunningProxy> {
  const proxy = await createProxy(create);
  try {
    const server = makeServer(proxy);
    const { host, port } = proxy.options;
    keepDemoPrivate(proxy.options);
    const open = await listen(server, host, port);
    const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    return {
      origin: new URL(
        `${proxy.parts.tls.scheme}://${name.includes(':') ? `[${name}]` : name}:${open}`,
      ).origin,
      proxy,
      stop: async () => {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        await proxy.stop();
        server.closeAllConnections();
        await closed;
      },
    };
  } catch (failure) {
    await proxy.stop();
    throw failure;
  }
}

/** Bounds on whoever asks slowly; they end with the request, so that long replies are not cut. */
function makeServer(proxy: MountedProxy): Server {
  const server = proxy.parts.tls.createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 5000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1000,
    },
    (request, response) => proxy.handle(request, response),
  );
  server.maxConnections = 2000;
  server.on('clientError', refuseUnreadable);
  countAsOwn(server);
  server.on('upgrade', (request, socket, head) => proxy.upgrade(request, socket, head));
  return server;
}

/** What is not HTTP at all never reaches the app, and is answered with the same headers. */
function refuseUnreadable(failure: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || failure.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  socket.end(bareReply(unreadable[failure.code ?? ''] ?? '400 Bad Request'));
}

/** Who sees the page of a demo may do everything with it: its accounts stand in the open. */
function keepDemoPrivate({ host, seed }: ProxyOptions): void {
  if (seed === null || isLoopbackHost(host)) return;
  throw new StartFailure(
    `The demo site answers only on this machine (127.0.0.1); it cannot listen on ${host}. Use "npm run serve" for your own devices.`,
  );
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        new StartFailure(
          taken
            ? `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 100}.`
            : `Port ${port} cannot be opened on ${host} (${error.message}).`,
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
