import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { type FramePacketHeader, readFramePacketHeader } from '../../api/frame-packet.ts';
import { type FrameNotice, type FrameRequest, frameNoticeSchema } from '../../api/frames.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { Viewing } from '../access/viewing.ts';
import type { DeviceConnection } from '../link/device-connection.ts';
import {
  type Answer,
  type ConnectOptions,
  connect,
  serve,
  type TestServer,
} from '../link/test-server.ts';
import { MediaHub } from './media-hub.ts';

const streams: readonly DeviceStream[] = [
  { id: 'main', kind: 'mjpeg', quality: 'main', target: '/video.mjpg' },
  { id: 'still', kind: 'jpeg', quality: 'main', target: '/still.jpg' },
  { id: 'flv', kind: 'flv', quality: 'main', target: '/live.flv' },
  { id: 'h26x', kind: 'h26x', quality: 'main', target: '/video?vcodec=h26x' },
  { id: 'hls', kind: 'hls', quality: 'main', target: '/hls/index.m3u8' },
];

const everything: Viewing = { may: () => true, opened: () => () => undefined };

export interface HubBench {
  server: TestServer;
  readonly hub: MediaHub;
  readonly link: DeviceConnection;
  readonly frames: () => Promise<FramesClient>;
  /** Still opening, so that whoever asks misses no message. */
  readonly flv: (streamId?: string) => WebSocket;
  /** The server's ends of the frame sockets. */
  readonly accepted: WebSocket[];
  snapshotTarget: string | null;
  close(): Promise<void>;
}

/** A hub with one camera, whose device answers as told, behind a real WebSocket server. */
export async function hubBench(answer: Answer, options: ConnectOptions = {}): Promise<HubBench> {
  const server = await serve(answer);
  const link = connect(server.origin, options);
  const accepted: WebSocket[] = [];
  const clients: WebSocket[] = [];
  const bench = { server, snapshotTarget: null as string | null };
  const hub = new MediaHub(
    {
      find: (cameraId, streamId) => {
        const stream = streams.find(({ id }) => id === streamId);
        if (!cameraId.startsWith('camera') || stream === undefined) return null;
        return { cameraId, deviceId: 'device-1', stream, connection: link };
      },
      snapshotOf: () =>
        bench.snapshotTarget === null ? null : { connection: link, target: bench.snapshotTarget },
      streamsOf: (cameraId) => (cameraId === 'blind' ? [] : streams),
    },
    { now: options.now ?? (() => Date.now()), random: () => 0 },
  );
  const http = createServer();
  const sockets = new WebSocketServer({
    server: http,
    perMessageDeflate: false,
    maxPayload: 16_384,
  });
  sockets.on('connection', (socket, request) => {
    accepted.push(socket);
    const stream = /^\/flv\/(.+)$/.exec(request.url ?? '')?.[1];
    if (stream !== undefined)
      hub.acceptFlvSocket(socket, { cameraId: 'camera', streamId: stream }, everything);
    else hub.acceptFramesSocket(socket, everything);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const open = (path: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false });
    clients.push(socket);
    return socket;
  };
  return Object.assign(bench, {
    hub,
    link,
    accepted,
    frames: async () => {
      const client = new FramesClient(open('/frames'));
      await once(client.socket, 'open');
      return client;
    },
    flv: (streamId = 'flv') => open(`/flv/${streamId}`),
    close: async () => {
      for (const client of clients) client.terminate();
      await hub.stop();
      await link.close();
      await bench.server.close();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}

export interface Packet {
  readonly header: FramePacketHeader;
  readonly picture: Buffer;
}

/** A window of a browser, as far as the wire is concerned. */
export class FramesClient {
  readonly socket: WebSocket;
  readonly packets: Packet[] = [];
  readonly notices: FrameNotice[] = [];
  closed: { code: number; reason: string } | null = null;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (message: Buffer, isBinary) => {
      if (!isBinary) {
        this.notices.push(frameNoticeSchema.parse(JSON.parse(message.toString())));
        return;
      }
      const own = new Uint8Array(message).slice();
      const header = readFramePacketHeader(own.buffer);
      if (header !== null) this.packets.push({ header, picture: Buffer.from(own.subarray(16)) });
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
    });
  }

  ask(request: FrameRequest): void {
    this.socket.send(JSON.stringify(request));
  }

  watch(tile: string, streamId = 'main', cameraId = 'camera'): void {
    this.ask({ type: 'watch', tile, cameraId, streamId });
  }

  get phases(): string[] {
    return this.notices.flatMap((notice) => (notice.type === 'phase' ? [notice.phase] : []));
  }
}
