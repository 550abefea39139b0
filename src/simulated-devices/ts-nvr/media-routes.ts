import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ClipViewer } from '../clip/clip-broadcast.ts';
import type { Channel, ChannelStream, Quality } from './channel.ts';

const flvPath = '/live';
const hlsPath = /^\/(?:hls|live)\/(ch\d+(?:main|sub))\/(?:(\d+)\.ts|index\.m3u8)$/;
const closeGoingAway = 1001;

interface Wanted {
  readonly channel: Channel;
  readonly stream: ChannelStream;
}

/** The recorder's own media server: HTTP-FLV and WebSocket-FLV at `/live?...`, HLS below `/hls` and `/live`. */
export class MediaRoutes {
  readonly #channels: readonly Channel[];
  readonly #sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 65_536,
  });

  constructor(channels: readonly Channel[]) {
    this.#channels = channels;
  }

  handles(url: URL): boolean {
    return url.pathname === flvPath || hlsPath.test(url.pathname);
  }

  handle(url: URL, response: ServerResponse): void {
    if (url.pathname === flvPath) this.#sendFlv(url, response);
    else this.#sendHls(url, response);
  }

  upgrade(url: URL, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const wanted = this.#find(url.searchParams.get('stream') ?? '');
    if (url.pathname !== flvPath || wanted === null || !wanted.channel.online) {
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const viewer = socketViewer(webSocket);
      wanted.stream.flv.join(viewer);
      webSocket.on('close', () => wanted.stream.flv.leave(viewer));
      webSocket.on('error', () => wanted.stream.flv.leave(viewer));
    });
  }

  #find(name: string): Wanted | null {
    const match = /^ch(\d+)(main|sub)$/.exec(name);
    const channel = this.#channels.find(({ id }) => id === Number(match?.[1]));
    const stream = channel?.stream(match?.[2] as Quality) ?? null;
    return channel === undefined || stream === null ? null : { channel, stream };
  }

  /** Like nginx's FLV module: no arguments is 500, an unknown or lost stream stays silent or ends. */
  #sendFlv(url: URL, response: ServerResponse): void {
    const name = url.searchParams.get('stream');
    if (name === null) return void response.writeHead(500).end();
    response.writeHead(200, { 'Content-Type': 'video/x-flv', Expires: '-1' });
    const wanted = this.#find(name);
    if (wanted === null) return void response.flushHeaders();
    if (!wanted.channel.online) return void response.end();
    const viewer: ClipViewer = {
      send: (bytes) => void response.write(bytes),
      waitingBytes: () => response.writableLength,
      cutOff: () => response.destroy(),
    };
    response.flushHeaders();
    wanted.stream.flv.join(viewer);
    response.on('close', () => wanted.stream.flv.leave(viewer));
  }

  #sendHls(url: URL, response: ServerResponse): void {
    const [, name = '', number] = hlsPath.exec(url.pathname) ?? [];
    const wanted = this.#find(name);
    if (wanted === null || !wanted.channel.online) return void response.writeHead(404).end();
    if (wanted.channel.stalled) return;
    const at = wanted.channel.pictureMs;
    const segment = number === undefined ? null : wanted.stream.hls.segment(Number(number), at);
    if (number !== undefined && segment === null) return void response.writeHead(404).end();
    const body = segment ?? Buffer.from(wanted.stream.hls.playlist(at));
    response.writeHead(200, {
      'Content-Type': segment === null ? 'application/vnd.apple.mpegurl' : 'video/mp2t',
      'Content-Length': body.length,
      'Cache-Control': 'no-cache',
    });
    response.end(body);
  }
}

function socketViewer(webSocket: WebSocket): ClipViewer {
  return {
    send: (bytes) => webSocket.send(bytes),
    waitingBytes: () => webSocket.bufferedAmount,
    cutOff: () => {
      webSocket.close(closeGoingAway);
      webSocket.terminate();
    },
  };
}
