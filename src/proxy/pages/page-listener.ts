import type { Server } from 'node:http';
import { allowedHost, type HostRule } from '../access/same-site.ts';
import { countAsOwn } from '../link/own-listeners.ts';
import type { ListenerSecurity } from '../tls/listener-security.ts';
import { cageHeaders } from './page-cage.ts';
import type { PageDoor } from './page-door.ts';

const mostConnections = 256;

/** A port of its own for the page of one device, so that its scripts are strangers to ours. */
export class PageListener {
  readonly #server: Server;
  #door: PageDoor | undefined;

  constructor(hosts: HostRule, { createServer }: ListenerSecurity) {
    this.#server = createServer(
      {
        maxHeaderSize: 16 * 1024,
        headersTimeout: 5000,
        requestTimeout: 10_000,
        connectionsCheckingInterval: 1000,
      },
      (request, response) => {
        const door = allowedHost(request, hosts) === null ? undefined : this.#door;
        if (door) void door.answer(request, response);
        else response.writeHead(421, cageHeaders()).end();
      },
    );
    countAsOwn(this.#server);
    this.#server.maxConnections = mostConnections;
    this.#server.on('upgrade', (request, socket, head) => {
      const door = allowedHost(request, hosts) === null ? undefined : this.#door;
      if (door) void door.upgrade(request, socket, head);
      else socket.destroy();
    });
  }

  /** Rejects with the failure of `listen`, e.g. when the port is taken. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve());
    });
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Whose page it shows from now on. */
  serve(door: PageDoor): void {
    this.#door = door;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }
}
