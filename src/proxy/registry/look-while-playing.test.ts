import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { ProxyParts } from '../api/proxy-parts.ts';
import { composeParts, stopParts } from '../compose-parts.ts';
import { reply, serve, type TestServer } from '../link/test-server.ts';
import { makeLog } from '../log.ts';
import { FramesClient } from '../media/test-hub.ts';
import { part, picture, plain } from '../media/test-pictures.ts';
import { readOptions } from '../proxy-options.ts';

const poll = { timeout: 5000, interval: 10 };
const deviceId = 'd1';

const everything = { may: () => true, opened: () => () => undefined };
let folder: string;
let parts: ProxyParts;
let server: TestServer;
let sockets: WebSocketServer;
let windows: string;
let clients: WebSocket[];
/** Streams that the source serves at this moment; like the cheapest, it serves one at a time. */
let streams: Set<Socket>;
let number: number;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-look-'));
  streams = new Set();
  clients = [];
  number = 0;
  server = await serve((socket) => {
    if (streams.size > 0) {
      socket.end(reply('one at a time', 'text/plain', '503 Busy'));
      return;
    }
    streams.add(socket);
    socket.on('close', () => streams.delete(socket));
    const type = 'multipart/x-mixed-replace;boundary=ipcamera';
    socket.write(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
    show();
  });
  parts = await composeParts({
    options: {
      ...readOptions(['--port', '0', '--allow-loopback', '--data', path.join(folder, 'data')], {}),
      keyFile: path.join(folder, 'master.key'),
    },
    hosts: { names: new Set(), scheme: 'http' },
    log: makeLog({ level: 'silent' }),
  });
  const http = createServer();
  sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => parts.media.acceptFramesSocket(socket, everything));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  windows = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  sockets.on('close', () => http.close());
});

afterEach(async () => {
  for (const client of clients) client.terminate();
  await stopParts(parts);
  await server.close();
  const closed = once(sockets, 'close');
  sockets.close();
  await closed;
  rmSync(folder, { recursive: true });
});

/** The source has a new picture: larger than what a look reads before it hangs up. */
function show(): void {
  number += 1;
  for (const socket of streams) socket.write(part(plain, picture(number, 6000)));
}

async function look(): Promise<void> {
  await parts.watch.checkNow(deviceId);
}

/** Registers the source and looks in the same turn, before the watch does so by itself. */
async function firstLook(): Promise<void> {
  const { origin } = server;
  const row = { id: deviceId, name: 'Gate', protocolId: 'plain-stream', origin, username: '' };
  const device = parts.registry.activate({ ...row, entryTarget: '/gate.mjpg' }, undefined);
  await parts.registry.add(device, { name: 'Gate', cameras: [] });
  await look();
  await expect.poll(() => streams.size, poll).toBe(0);
}

function seen() {
  const device = parts.registry.device(deviceId);
  return { device: device?.status.state, camera: device?.cameras[0]?.state };
}

/** Looks once, then watches until a picture has come. */
async function play(): Promise<FramesClient> {
  await firstLook();
  const window = new FramesClient(new WebSocket(windows));
  clients.push(window.socket);
  await once(window.socket, 'open');
  const camera = parts.registry.device(deviceId)?.cameras[0];
  window.watch('t', camera?.row.description.streams[0]?.id, camera?.row.id);
  await expect.poll(() => window.packets.length, poll).toBe(1);
  return window;
}

const playing = { device: 'online', camera: 'connected' };

describe('a source that has nothing but its picture', () => {
  it('is dialled once by the first look', async () => {
    await firstLook();
    expect(seen()).toEqual(playing);
    expect(server.requests).toHaveLength(1);
  });

  it('is dialled by each look while nobody watches', async () => {
    await firstLook();
    for (const count of [2, 3, 4]) {
      await look();
      expect(server.requests).toHaveLength(count);
      await expect.poll(() => streams.size, poll).toBe(0);
    }
  });

  it('is not dialled while somebody watches, and counts as seen', async () => {
    const window = await play();
    expect(server.requests).toHaveLength(2);
    const before = parts.registry.device(deviceId)?.cameras;
    for (let looks = 1; looks <= 5; looks += 1) {
      const sinceMs = Date.now();
      show();
      await look();
      expect(seen()).toEqual(playing);
      expect(parts.registry.device(deviceId)?.status.lastSeenMs).toBeGreaterThanOrEqual(sinceMs);
    }
    await expect.poll(() => window.packets.length, poll).toBe(6);
    expect(server.requests).toHaveLength(2);
    expect(parts.registry.device(deviceId)?.cameras).toEqual(before);
    expect(window.phases.filter((phase) => phase === 'connecting')).toHaveLength(1);
  });

  it('is dialled again after the viewer left, and found dead', async () => {
    const window = await play();
    window.socket.close();
    await expect.poll(() => streams.size, poll).toBe(0);
    await look();
    expect(seen()).toEqual(playing);
    expect(server.requests).toHaveLength(3);
    await server.close();
    await look();
    expect(seen()).toEqual({ device: 'offline', camera: 'no-response' });
  });

  it('is found dead when the stream broke under a viewer', async () => {
    const window = await play();
    await server.close();
    await expect.poll(() => window.phases.includes('waiting'), poll).toBe(true);
    await look();
    expect(seen()).toEqual({ device: 'offline', camera: 'no-response' });
  });
});
