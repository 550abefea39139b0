import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Channel } from './channel.ts';
import { capabilities } from './enum-answers.ts';
import { flag } from './json-reply.ts';
import { answerStatus, chosenChannels } from './status-answers.ts';
import { staticSources } from './stream-addresses.ts';
import { zonedIso } from './zone-time.ts';

/** The document's text uses the second path in its examples. */
const paths = new Set(['/wsapi/subscribeEvents', '/api/subscribeEvents']);
const topics = new Set([
  ...['channelStatus', 'LPR', 'emergencyCall', 'systemEvent', 'motionChanges'],
  ...['parkingCount', 'packing', 'recordingStatus', 'object'],
]);
const pingMs = 30_000;
const lookMs = 250;

/** "Real-time event monitoring": issues an id, then tells how the channels are and what becomes of them. */
export class EventSubscriptions {
  readonly #channels: readonly Channel[];
  readonly #timeZone: string;
  readonly #now: () => number;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 65_536,
  });

  constructor(channels: readonly Channel[], timeZone: string, now: () => number) {
    this.#channels = channels;
    this.#timeZone = timeZone;
    this.#now = now;
  }

  handles({ pathname }: URL): boolean {
    return paths.has(pathname);
  }

  upgrade(url: URL, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const host = request.headers.host ?? '';
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      this.#subscribe(webSocket, url.searchParams, host);
    });
  }

  /** Of all topics only the state of channels ever changes here. */
  #subscribe(webSocket: WebSocket, query: URLSearchParams, host: string): void {
    const wanted = (query.get('topics') ?? '').split(',');
    if (!wanted.every((topic) => topics.has(topic))) return void webSocket.close();
    const send = (message: object) => webSocket.send(JSON.stringify(message));
    send({ subscriberId: randomUUID(), topics: wanted });
    const ping = setInterval(() => webSocket.ping(), pingMs);
    webSocket.on('close', () => clearInterval(ping));
    if (wanted.includes('channelStatus')) this.#tellChannels(webSocket, query, host, send);
  }

  #tellChannels(
    webSocket: WebSocket,
    query: URLSearchParams,
    host: string,
    send: (message: object) => void,
  ): void {
    const chosen = chosenChannels(this.#channels, query);
    const event = (name: string) => ({
      timestamp: zonedIso(this.#timeZone, this.#now()),
      topic: 'channelStatus',
      event: name,
    });
    const statusOf = (channel: Channel) => answerStatus([channel], query, this.#timeZone)[0];
    send({
      ...event('currentStatus'),
      channel: chosen.map((channel) => ({
        ...statusOf(channel),
        ...(flag(query, 'verbose')
          ? { title: channel.title, displayName: channel.displayName }
          : {}),
        caps: capabilities(channel),
        src: staticSources(channel, host),
      })),
    });
    const told = new Map(chosen.map((channel) => [channel, channel.code]));
    const look = setInterval(() => {
      for (const [channel, code] of told) {
        if (channel.code === code) continue;
        told.set(channel, channel.code);
        send({ ...event('statusChanged'), ...statusOf(channel) });
      }
    }, lookMs);
    webSocket.on('close', () => clearInterval(look));
  }
}
