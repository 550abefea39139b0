import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type EventFaults, garbage } from '../events/event-faults.ts';
import { chatJson } from './json-reply.ts';

/** The document's text uses the second path in its examples. */
const paths = new Set(['/wsapi/subscribeEvents', '/api/subscribeEvents']);
export const eventTopics = [
  ...(['channelStatus', 'LPR', 'emergencyCall', 'systemEvent', 'motionChanges'] as const),
  ...(['parkingCount', 'packing', 'recordingStatus', 'object'] as const),
] as const;
export type RecorderTopic = (typeof eventTopics)[number];
const pingMs = 30_000;
/** A subscriber that leaves this much unread is cut off. */
const mostWaitingBytes = 4 * 1024 * 1024;

/** One who listens, and what was asked for. */
export interface Subscriber {
  readonly topics: readonly RecorderTopic[];
  readonly query: URLSearchParams;
  /** By which the subscriber knows the recorder, for addresses in messages. */
  readonly host: string;
  send(message: object): void;
}

interface Connection extends Subscriber {
  readonly webSocket: WebSocket;
}

/** "Real-time event monitoring": issues an id, then tells what happens. */
export class EventSubscriptions {
  readonly #faults: EventFaults;
  readonly #greet: (subscriber: Subscriber) => void;
  readonly #connections = new Set<Connection>();
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 65_536,
    autoPong: false,
  });

  /** @param greet tells a new subscriber how things stand */
  constructor(faults: EventFaults, greet: (subscriber: Subscriber) => void) {
    this.#faults = faults;
    this.#greet = greet;
    faults.onCut(() => this.#cutAll());
  }

  get subscribers(): readonly Subscriber[] {
    return [...this.#connections];
  }

  handles({ pathname }: URL): boolean {
    return paths.has(pathname);
  }

  upgrade(url: URL, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const fault = this.#faults.current;
    if (fault === 'refuse') {
      socket.end(
        'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      );
      return;
    }
    const host = request.headers.host ?? '';
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      if (fault === 'cut') return void webSocket.terminate();
      this.#subscribe(webSocket, url.searchParams, host);
    });
  }

  /**
   * @param messageFor what a subscriber to the topic is told; null for one whom it does not concern
   * @returns how many were told
   */
  tell(topic: RecorderTopic, messageFor: (subscriber: Subscriber) => object | null): number {
    let told = 0;
    for (const subscriber of this.#connections) {
      const message = subscriber.topics.includes(topic) ? messageFor(subscriber) : null;
      if (message === null) continue;
      told += 1;
      subscriber.send(message);
    }
    return told;
  }

  #subscribe(webSocket: WebSocket, query: URLSearchParams, host: string): void {
    const wanted = (query.get('topics') ?? '').split(',');
    const topics = eventTopics.filter((topic) => wanted.includes(topic));
    if (!wanted.every((topic) => topics.some((one) => one === topic)))
      return void webSocket.close();
    const isSilent = () => this.#faults.current === 'silent';
    const send = (message: object): void => {
      if (isSilent()) return;
      if (webSocket.bufferedAmount > mostWaitingBytes) return void webSocket.terminate();
      webSocket.send(this.#faults.current === 'garbage' ? garbage : chatJson(message));
    };
    const connection = { topics, query, host, send, webSocket };
    const ping = setInterval(() => {
      if (!isSilent()) webSocket.ping();
    }, pingMs);
    webSocket.on('ping', (data) => {
      if (!isSilent()) webSocket.pong(data);
    });
    webSocket.on('close', () => {
      clearInterval(ping);
      this.#connections.delete(connection);
    });
    this.#connections.add(connection);
    send({ subscriberId: randomUUID(), topics: wanted });
    this.#greet(connection);
  }

  #cutAll(): void {
    for (const { webSocket } of this.#connections) webSocket.terminate();
  }
}
