import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import { bareHost, isSecureOrigin, portOf } from './address-policy.ts';
import { answerDeadlines } from './answer-deadlines.ts';
import type { DeviceDialer } from './device-dialer.ts';
import { type DialGates, enterGate } from './dial-gate.ts';
import type { LinkLimits } from './link-limits.ts';
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts';

/**
 * For devices whose header lines end in a bare LF. Such a reader could be talked into seeing two
 * answers where there is one, so each request has a socket of its own and the socket ends with it.
 */
export class LenientTransport implements Transport {
  readonly #origin: URL;
  readonly #dialer: DeviceDialer;
  readonly #limits: LinkLimits;
  readonly #gates: DialGates;
  readonly #open = new Set<ClientRequest>();

  constructor(origin: URL, dialer: DeviceDialer, gates: DialGates, limits: LinkLimits) {
    this.#origin = origin;
    this.#dialer = dialer;
    this.#limits = limits;
    this.#gates = gates;
  }

  async send(request: TransportRequest): Promise<TransportAnswer> {
    const leave = await enterGate(this.#gates, request);
    try {
      return await this.#ask(request, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** @param closed called when the socket of the answer is gone */
  #ask(request: TransportRequest, closed: () => void): Promise<TransportAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = this.#dial(request);
      this.#open.add(outgoing);
      const { body } = request;
      const settled = answerDeadlines(
        outgoing,
        this.#limits,
        (error) => outgoing.destroy(error),
        body instanceof Readable,
      );
      outgoing.on('response', (incoming: IncomingMessage) => {
        settled();
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: incoming,
        });
      });
      outgoing.on('error', (error) => {
        settled();
        reject(error);
      });
      outgoing.on('close', () => {
        settled();
        closed();
        this.#open.delete(outgoing);
        reject(new DeviceError('unreachable', 'connection-lost'));
      });
      if (body instanceof Readable) sendFlowing(body, outgoing);
      else outgoing.end(body);
    });
  }

  #dial(request: TransportRequest): ClientRequest {
    const { port, signal } = request;
    const usualPort = isSecureOrigin(this.#origin) ? 443 : 80;
    return httpRequest({
      host: bareHost(this.#origin),
      port: port ?? portOf(this.#origin),
      // The socket may be a secure one, which this client would not guess.
      defaultPort: usualPort,
      path: request.target,
      method: request.method,
      headers: { ...request.headers, connection: 'close' },
      createConnection: this.#dialer.connector({ port }, signal),
      insecureHTTPParser: true,
      maxHeaderSize: this.#limits.headerBytes,
      signal,
    });
  }

  async close(): Promise<void> {
    for (const request of this.#open) request.destroy(new DeviceError('unreachable', 'stopped'));
  }
}

/** Nothing of it is read before there is a connection. Each ends with the other. */
function sendFlowing(body: Readable, outgoing: ClientRequest): void {
  body.once('error', (error) => outgoing.destroy(error));
  outgoing.once('close', () => body.destroy());
  outgoing.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', () => body.pipe(outgoing));
    else body.pipe(outgoing);
  });
}
