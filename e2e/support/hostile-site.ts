import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostileSite {
  /** Another port of the host that the product is on: the same site to a browser. */
  readonly neighbour: string;
  /** Another name: another site. */
  readonly stranger: string;
  stop(): Promise<void>;
}

/** Pages of somebody who wishes the product ill, empty until a test fills them. */
export async function startHostileSite(): Promise<HostileSite> {
  const server = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Hi</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    neighbour: `http://127.0.0.1:${port}`,
    stranger: `http://evil.localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
