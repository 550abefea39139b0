import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { noCapabilities } from '../../domain/camera.ts';
import type { Endpoint, Protocol } from '../../protocols/protocol.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { ActiveDevice, sealPassword } from '../registry/active-device.ts';
import { Sealer } from '../registry/sealer.ts';
import type { PageSession } from './page-session.ts';

const row: Endpoint = {
  id: 'info',
  method: 'GET',
  path: '/api/info',
  query: z.object({}),
  reply: 'json',
  role: 'viewer',
  danger: 'safe',
  summary: '',
  section: '',
};

/** A protocol with rows of every kind that the rules of a page tell apart. */
export const pageProtocol: Protocol = {
  id: 'fake',
  name: 'Fake',
  document: 'None',
  defaultPort: 80,
  authentication: { kind: 'basic' },
  transport: 'standard',
  endpoints: [
    row,
    { ...row, id: 'watch', path: '/watch', reply: 'html' },
    { ...row, id: 'vod', path: '/api/vod' },
    { ...row, id: 'channel', path: '/api/channel/{id}' },
    { ...row, id: 'channel.remove', path: '/api/channel', method: 'DELETE' },
    { ...row, id: 'ptz.move', path: '/api/ptz', role: 'operator' },
    { ...row, id: 'ptz.stop', path: '/api/ptz', role: 'operator' },
    { ...row, id: 'preset.list', path: '/api/preset', role: 'operator' },
    { ...row, id: 'reboot', path: '/api/system', danger: 'disruptive' },
    { ...row, id: 'system', path: '/api/system' },
    { ...row, id: 'auth', path: '/api/auth' },
    { ...row, id: 'users', path: '/api/people', secretReply: true },
    { ...row, id: 'settings', path: '/api/settings', role: 'administrator' },
    { ...row, id: 'push', path: '/api/push', method: 'POST' },
    { ...row, id: 'script', path: '/run.js', danger: 'destructive' },
    { ...row, id: 'events', path: '/wsapi/events', reply: 'socket' },
    { ...row, id: 'export', path: '/wsapi/export', reply: 'socket', role: 'supervisor' },
  ],
  recognition: { target: () => '/', judge: () => null },
  operations: {},
};

/** A device that serves pages of two cameras, and remembers what it was asked. */
export class PageDevice {
  asked: IncomingMessage[] = [];
  readonly said: string[] = [];
  readonly sockets = new Set<WebSocket>();
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>a page</html>');
  readonly #server: Server = createServer((asked, response) => {
    this.asked.push(asked);
    this.answer(asked, response);
  });
  readonly #upgrades = new WebSocketServer({ noServer: true });
  readonly #devices: ActiveDevice[] = [];

  async listen(): Promise<void> {
    this.#server.on('upgrade', (asked, socket, head) => {
      this.asked.push(asked);
      this.#upgrades.handleUpgrade(asked, socket, head, (opened) => {
        this.sockets.add(opened);
        opened.on('close', () => this.sockets.delete(opened));
        opened.on('message', (data) => this.said.push(String(data)));
        opened.send('{"stream":"rtsp://guard:canary@10.0.0.4/1"}');
      });
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** The device as the registry holds it. */
  registered(id: string, now: () => number): ActiveDevice {
    const sealer = new Sealer(Buffer.alloc(32, 3));
    const row = {
      id,
      name: id,
      protocolId: 'fake',
      origin: `http://127.0.0.1:${this.port}`,
      entryTarget: '/',
      username: 'guard',
    };
    const cameras = ['1', '2'].map((channel, index) => ({
      row: {
        ...{ id: `${id}-${channel}`, deviceId: id, channel, number: index + 1 },
        ...{ name: 'Gate', enabled: true },
        description: {
          capabilities: noCapabilities,
          streams: [
            { id: 'page', kind: 'page', quality: 'main', target: `/watch?ch=${channel}` } as const,
            { id: 'hls', kind: 'hls', quality: 'main', target: `/hls/${channel}.m3u8` } as const,
          ],
        },
      },
      state: 'connected' as const,
      stateSinceMs: 0,
    }));
    const made = new ActiveDevice(
      {
        row,
        protocol: pageProtocol,
        sealedPassword: sealPassword(sealer, row, 'canary'),
        cameras,
      },
      {
        sealer,
        addresses: new AddressPolicy({ allowLoopback: true }),
        nowMs: now(),
        connect: (target) => new DeviceConnection(target, { now, random: () => 0.5 }),
      },
    );
    this.#devices.push(made);
    return made;
  }

  async close(): Promise<void> {
    for (const device of this.#devices) await device.connection?.close();
    for (const socket of this.sockets) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A session whose rights a test changes as it goes. */
export class TestSession implements PageSession {
  readonly id: string;
  /** Cameras, as often as it was told that they are looked at. */
  readonly watched: string[] = [];
  readonly open = new Set<() => void>();
  may: PageSession['may'] = () => true;

  constructor(id: string) {
    this.id = id;
  }

  /** Its rights are taken away while it goes on. */
  lose(): void {
    this.may = () => false;
  }

  end(): void {
    this.may = () => false;
    for (const close of this.open) close();
  }

  attach(close: () => void): () => void {
    this.open.add(close);
    return () => this.open.delete(close);
  }

  watches(cameraId: string): void {
    this.watched.push(cameraId);
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** Asks as it is written: no client in between that would tidy up the path or the host. */
export function askRaw(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      async (reply) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of reply) chunks.push(chunk as Buffer);
        } catch (cut) {
          reject(cut);
          return;
        }
        const text = Buffer.concat(chunks).toString();
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text });
      },
    );
    asked.on('error', reject).end();
  });
}
