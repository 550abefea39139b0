import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { RequestLog } from './request-log.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void;
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const loopback = '127.0.0.1';

/** A device's web server on loopback: stops hard, as a pulled plug does, and starts on the same port. */
export class DeviceServer {
  readonly log = new RequestLog();
  readonly #handle: RequestHandler;
  readonly #upgrade: UpgradeHandler | undefined;
  readonly #now: () => number;
  readonly #sockets = new Set<Socket>();
  #port: number;
  #server: Server | undefined;

  constructor(port: number, now: () => number, handle: RequestHandler, upgrade?: UpgradeHandler) {
    this.#port = port;
    this.#now = now;
    this.#handle = handle;
    this.#upgrade = upgrade;
  }

  get running(): boolean {
    return this.#server !== undefined;
  }

  /** Only meaningful once it has started. */
  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://${loopback}:${this.#port}`;
  }

  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer((request, response) => {
      this.#note(request);
      this.#handle(request, response);
    });
    server.on('upgrade', (request, socket, head) => {
      this.#note(request);
      if (this.#upgrade === undefined) socket.destroy();
      else this.#upgrade(request, socket, head);
    });
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('clientError', (_, socket) => socket.destroy());
    server.listen(this.#port, loopback);
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #note(request: IncomingMessage): void {
    this.log.add({
      atMs: this.#now(),
      method: request.method ?? '',
      target: request.url ?? '',
      headerNames: Object.keys(request.headers),
    });
  }
}
