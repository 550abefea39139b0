import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { WebSocket } from 'ws';
import { DeviceError } from '../../domain/device-error.ts';
import { answerDeadlines } from './answer-deadlines.ts';
import type { DeviceDialer } from './device-dialer.ts';
import type { LinkLimits } from './link-limits.ts';
import { keepAlive } from './socket-life.ts';
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts';

/** As large as the largest picture that is taken from a device. */
const largestMessageBytes = 4 * 1024 * 1024;
/** What is handed over both ways carries short texts, no pictures. */
const largestRelayedBytes = 1024 * 1024;
const bufferedBytes = 256 * 1024;

/**
 * Asks over a WebSocket and gives its messages, one after the other, as the body of the answer: a
 * media server sends over it the same bytes as over HTTP. An answer without an upgrade is passed
 * on as it is.
 */
export class SocketTransport implements Transport {
  readonly #origin: URL;
  readonly #dialer: DeviceDialer;
  readonly #limits: LinkLimits;
  readonly #open = new Set<WebSocket>();

  /** @param origin `ws://` or `wss://` */
  constructor(origin: URL, dialer: DeviceDialer, limits: LinkLimits) {
    this.#origin = origin;
    this.#dialer = dialer;
    this.#limits = limits;
  }

  send(request: TransportRequest): Promise<TransportAnswer> {
    return new Promise((resolve, reject) => {
      if (request.method !== 'GET') throw new DeviceError('unsupported', 'not-supported');
      request.signal.throwIfAborted();
      let settle: () => void = () => undefined;
      const giveUp = (error: Error) => {
        reject(error);
        socket.terminate();
      };
      const bothWays = request.overSocket === 'both-ways';
      const socket = new WebSocket(`${this.#origin.origin}${request.target}`, {
        headers: request.headers,
        createConnection: this.#dialer.connector({}, request.signal),
        maxHeaderSize: this.#limits.headerBytes,
        maxPayload: bothWays ? largestRelayedBytes : largestMessageBytes,
        perMessageDeflate: false,
        followRedirects: false,
        finishRequest: (outgoing) => {
          settle = answerDeadlines(outgoing, this.#limits, giveUp);
          outgoing.end();
        },
      });
      this.#open.add(socket);
      const body = bodyOf(socket, bothWays);
      const stopped = () => {
        body.destroy(request.signal.reason);
        giveUp(request.signal.reason);
      };
      request.signal.addEventListener('abort', stopped, { once: true });
      let headers: IncomingMessage['headers'] = {};
      socket.on('upgrade', (incoming) => {
        headers = incoming.headers;
      });
      socket.on('open', () => {
        settle();
        // Nothing may come, or go wrong, before the one who asked is there to read it.
        socket.pause();
        if (request.overSocket === 'kept-alive') keepAlive(socket, body);
        resolve({ status: 200, headers, body, socket: bothWays ? socket : undefined });
      });
      socket.on('unexpected-response', (outgoing, incoming) => {
        settle();
        // The library never closes a socket whose refusal somebody reads, so it is let go of here.
        incoming.once('close', () => {
          outgoing.destroy();
          this.#open.delete(socket);
        });
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: incoming });
        request.signal.removeEventListener('abort', stopped);
        request.signal.addEventListener('abort', () => incoming.destroy(request.signal.reason), {
          once: true,
        });
      });
      socket.on('error', (error) => {
        settle();
        const fault = socketFault(error);
        reject(fault);
        body.destroy(fault);
      });
      socket.on('close', () => {
        settle();
        request.signal.removeEventListener('abort', stopped);
        this.#open.delete(socket);
      });
    });
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.terminate();
  }
}

/**
 * A reader that falls behind holds the device back instead of filling our memory.
 * @param silent whether the messages go elsewhere
 */
function bodyOf(socket: WebSocket, silent: boolean): Readable {
  const body = new Readable({
    highWaterMark: bufferedBytes,
    read: () => (silent ? undefined : socket.resume()),
    destroy: (error, done) => {
      socket.terminate();
      done(error);
    },
  });
  // Somebody must be listening before the caller is, for the dial itself may fail.
  body.on('error', () => undefined);
  if (silent) return body;
  socket.on('message', (message) => {
    if (!body.push(message as Buffer)) socket.pause();
  });
  socket.on('close', () => body.push(null));
  return body;
}

/** What the library says of a peer that does not keep to RFC 6455. */
function socketFault(error: Error): Error {
  if (error instanceof DeviceError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') {
    return new DeviceError('malformed-reply', 'too-large');
  }
  if (code.startsWith('WS_ERR_')) {
    return new DeviceError('malformed-reply', 'not-a-stream', { detail: code });
  }
  // A handshake that the library refuses has no code of its own.
  return code === '' ? new DeviceError('malformed-reply', 'header-malformed') : error;
}
