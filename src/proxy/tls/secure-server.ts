import type { RequestListener } from 'node:http';
import { Server, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { HostRule } from '../access/same-site.ts';
import { sortKnock } from './plain-knock.ts';

/** An HTTPS server that answers a plain request with a way on, and forgets no connection. */
export class SecureServer extends Server {
  readonly #connections = new Set<Socket>();

  constructor(options: ServerOptions, hosts: HostRule, answer: RequestListener) {
    super(options, answer);
    // Node's own listener begins the handshake; it gets its turn when there is one.
    const handshakes = this.listeners('connection');
    this.removeAllListeners('connection');
    this.on('connection', (socket: Socket) => {
      this.#connections.add(socket);
      socket.once('close', () => this.#connections.delete(socket));
      sortKnock(socket, hosts, () => {
        for (const begin of handshakes) begin.call(this, socket);
      });
    });
  }

  /** Also those that have not come as far as a request, which Node leaves open. */
  override closeAllConnections(): void {
    for (const socket of this.#connections) socket.destroy();
    super.closeAllConnections();
  }
}
