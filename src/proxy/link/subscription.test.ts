import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { DeviceConnection } from './device-connection.ts';
import { signOfLife } from './socket-life.ts';
import { connect, endpoint, serve } from './test-server.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of opened.splice(0)) await close();
});

const call = { endpoint: { ...endpoint, reply: 'socket' as const } };
const never = new AbortController().signal;

async function telling(
  welcome: (socket: WebSocket) => void,
  limits: Parameters<typeof connect>[1] = {},
): Promise<DeviceConnection> {
  const http = createServer((_, response) => response.writeHead(200).write('picture'));
  const server = new WebSocketServer({ server: http });
  server.on('connection', welcome);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const link = connect(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, limits);
  opened.push(async () => {
    await link.close();
    for (const socket of server.clients) socket.terminate();
    http.closeAllConnections();
    http.close();
  });
  return link;
}

it('brings each message of a socket as one piece, also those that came before anybody read', async () => {
  const link = await telling((socket) => {
    for (const text of ['one', 'two', 'three']) socket.send(text);
  });
  const { status, body } = await link.openAnswer(call, never, true);
  expect(status).toBe(200);
  const pieces: string[] = [];
  body.on('data', (piece: Buffer) => pieces.push(piece.toString()));
  await vi.waitFor(() => expect(pieces).toEqual(['one', 'two', 'three']));
});

it('asks a silent peer whether it is there, and tells of its answer and of its own question', async () => {
  const sockets: WebSocket[] = [];
  const link = await telling((socket) => void sockets.push(socket));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { body } = await link.openAnswer(call, never, true);
  let signs = 0;
  body.resume().on(signOfLife, () => {
    signs += 1;
  });
  vi.advanceTimersByTime(8000);
  await vi.waitFor(() => expect(signs).toBe(1));
  sockets[0]?.ping();
  await vi.waitFor(() => expect(signs).toBe(2));
  body.destroy();
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
});

it('lasts longer than a call may, and takes no place among the streams', async () => {
  const limits = { callDeadlineMs: 40, mediaSockets: 1, placeMs: 100 };
  const link = await telling(() => undefined, { limits });
  const listening = [
    await link.openAnswer(call, never, true),
    await link.openAnswer(call, never, true),
  ];
  const stream = await link.openStream('/live', never);
  await new Promise((resolve) => stream.body.once('data', resolve));
  // Cut at its deadline, whether it has begun to answer by then or not.
  await link.openAnswer({ endpoint: { ...endpoint, reply: 'text' } }, never).then(
    ({ body }) =>
      new Promise((resolve) => body.on('error', () => undefined).once('close', resolve)),
    (fault: unknown) => expect(fault).toMatchObject({ reason: 'answer-timeout' }),
  );
  expect(listening.map(({ body }) => body.destroyed)).toEqual([false, false]);
});

it('says what a device answers that refuses it', async () => {
  const server = await serve((socket) => socket.end('HTTP/1.1 404 Not Found\r\n\r\n'));
  opened.push(() => server.close());
  const { status, body } = await connect(server.origin).openAnswer(call, never, true);
  expect(status).toBe(404);
  body.destroy();
});
