import { Client } from 'undici';
import type { DeviceDialer } from './device-dialer.ts';
import { type DialGates, enterGate } from './dial-gate.ts';
import type { LinkLimits } from './link-limits.ts';
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts';

/**
 * Strict HTTP/1.1 over kept-alive sockets. It never decodes a body nor follows a redirect.
 * A client whose answer was not read to its end is thrown away: undici would dial again for the
 * request that we gave up, and hold a socket of the device for nothing.
 */
export class PooledTransport implements Transport {
  readonly #origin: URL;
  readonly #dialer: DeviceDialer;
  readonly #gates: DialGates;
  readonly #limits: LinkLimits;
  /** Each with what ends its dial. */
  readonly #clients = new Map<Client, AbortController>();
  readonly #idle: Client[] = [];

  constructor(origin: URL, dialer: DeviceDialer, gates: DialGates, limits: LinkLimits) {
    this.#origin = origin;
    this.#dialer = dialer;
    this.#gates = gates;
    this.#limits = limits;
  }

  async send(request: TransportRequest): Promise<TransportAnswer> {
    const isMedia = request.purpose === 'media';
    const leave = await enterGate(this.#gates, request);
    // What is kept open leads to the port of the origin; the other ports serve media.
    const isKept = !isMedia && request.port === undefined;
    const client = (isKept ? this.#idle.pop() : undefined) ?? this.#create(request.port);
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
    for (const client of [...this.#clients.keys()]) this.#throwAway(client);
  }

  #create(port?: number): Client {
    // Sockets that rest count among those that the device has for us.
    if (this.#idle.length > 0) this.#throwAway(this.#idle.shift());
    const address = new URL(this.#origin);
    if (port !== undefined) address.port = String(port);
    const dialling = new AbortController();
    const client = new Client(address.origin, {
      connect: (_to, done) => {
        this.#dialer.open({ port }, dialling.signal).then(
          (socket) => done(null, socket),
          (error: Error) => done(error, null),
        );
      },
      pipelining: 1,
      headersTimeout: this.#limits.answerMs,
      bodyTimeout: 0,
      maxHeaderSize: this.#limits.headerBytes,
      keepAliveTimeout: 4000,
    });
    this.#clients.set(client, dialling);
    return client;
  }

  #throwAway(client: Client | undefined): void {
    if (client === undefined) return;
    this.#clients.get(client)?.abort();
    this.#clients.delete(client);
    // Its promise never fails; what was still running hears of it through its own body.
    void client.destroy();
  }
}
