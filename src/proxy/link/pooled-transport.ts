import type { LookupFunction } from 'node:net';
import { buildConnector, Client } from 'undici';
import { DialGate } from './dial-gate.ts';
import type { LinkLimits } from './link-limits.ts';
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts';

/**
 * Strict HTTP/1.1 over kept-alive sockets. It never decodes a body nor follows a redirect.
 * A client whose answer was not read to its end is thrown away: undici would dial again for the
 * request that we gave up, and hold a socket of the device for nothing.
 */
export class PooledTransport implements Transport {
  readonly #create: (port?: number) => Client;
  readonly #gate: DialGate;
  readonly #clients = new Set<Client>();
  readonly #idle: Client[] = [];

  constructor(origin: URL, lookup: LookupFunction, limits: LinkLimits) {
    const connect = buildConnector({ timeout: limits.dialMs, lookup, allowH2: false });
    this.#gate = new DialGate(limits.callSockets);
    this.#create = (port) => {
      const address = new URL(origin);
      if (port !== undefined) address.port = String(port);
      return new Client(address.origin, {
        connect,
        pipelining: 1,
        headersTimeout: limits.answerMs,
        bodyTimeout: 0,
        maxHeaderSize: limits.headerBytes,
        keepAliveTimeout: 4000,
      });
    };
  }

  async send(request: TransportRequest): Promise<TransportAnswer> {
    const isMedia = request.purpose === 'media';
    const leave = isMedia ? () => undefined : await this.#gate.enter(request.signal);
    // What is kept open leads to the port of the origin; the other ports serve media.
    const isKept = !isMedia && request.port === undefined;
    const client = (isKept ? this.#idle.pop() : undefined) ?? this.#create(request.port);
    this.#clients.add(client);
    try {
      const answer = await client.request({
        method: request.method,
        path: request.target,
        headers: request.headers,
        body: request.body ?? null,
        signal: request.signal,
      });
      answer.body.once('close', () => {
        if (answer.body.readableEnded && isKept && this.#clients.has(client))
          this.#idle.push(client);
        else this.#throwAway(client);
        leave();
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    } catch (error) {
      this.#throwAway(client);
      leave();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#idle.length = 0;
    for (const client of [...this.#clients]) this.#throwAway(client);
  }

  #throwAway(client: Client): void {
    this.#clients.delete(client);
    // Its promise never fails; what was still running hears of it through its own body.
    void client.destroy();
  }
}
