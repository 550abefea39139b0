import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { DeviceError } from '../../domain/device-error.ts';
import type { Endpoint } from '../../protocols/protocol.ts';
import type { DeviceConnection } from './device-connection.ts';
import { readBeginning } from './read-beginning.ts';
import { type Answer, connect, endpoint, reply, serve, type TestServer } from './test-server.ts';

let server: TestServer | undefined;
let link: DeviceConnection | undefined;
afterEach(async () => {
  await link?.close();
  await server?.close();
});

const patience = new AbortController().signal;
const bounds = { maximumBytes: 10, deadlineMs: 200 };

async function ask(answer: Answer, row: Partial<Endpoint> = {}, signal = patience) {
  server = await serve(answer);
  link = connect(server.origin);
  return link.openAnswer({ endpoint: { ...endpoint, ...row } }, signal);
}

describe('an answer that somebody reads himself', () => {
  it.each(['200 OK', '302 Found', '401 Unauthorized', '404 Not Found', '500 Oops'])(
    'comes whatever its status: %s',
    async (status) => {
      const answer = await ask((socket) => socket.end(reply('why', 'text/plain', status)));
      expect(answer).toMatchObject({
        status: Number.parseInt(status, 10),
        contentType: 'text/plain',
      });
      const { bytes, ended } = await readBeginning(answer.body, bounds);
      expect([bytes.toString(), ended]).toEqual(['why', 'whole']);
    },
  );

  it('is cut at the bound, and its socket let go', async () => {
    const { body } = await ask((socket) => socket.write(reply('0123456789abcdef')));
    const { bytes, ended } = await readBeginning(body, bounds);
    expect([bytes.toString(), ended]).toEqual(['0123456789', 'bytes']);
    await vi.waitFor(() => expect(server?.sockets.size).toBe(0), { timeout: 10_000 });
  });

  it.each(['text', 'stream'] as const)('that never ends is left in time: %s', async (kind) => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc';
    const { body } = await ask((socket) => socket.write(head), { reply: kind });
    const { bytes, ended } = await readBeginning(body, bounds);
    expect([bytes.toString(), ended]).toEqual(['abc', 'time']);
    await vi.waitFor(() => expect(server?.sockets.size).toBe(0), { timeout: 10_000 });
  });

  it('that breaks off keeps what had come', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc';
    const { body } = await ask((socket) => socket.end(head));
    const { bytes, ended } = await readBeginning(body, bounds);
    expect([bytes.toString(), ended]).toEqual(['abc', 'lost']);
  });

  it('fails as stopped when its reader goes before it begins', async () => {
    const going = new AbortController();
    const asked = ask(() => going.abort(), {}, going.signal);
    const failure = await asked.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeviceError);
    expect(failure).toMatchObject({ reason: 'stopped' });
    await vi.waitFor(() => expect(server?.sockets.size).toBe(0), { timeout: 10_000 });
  });

  it('comes over a WebSocket where the row is one', async () => {
    const http = createServer();
    const sockets = new WebSocketServer({ server: http });
    const asked: (string | undefined)[] = [];
    sockets.on('connection', (socket, request) => {
      asked.push(request.url, request.headers.authorization);
      socket.send('{"n":1}');
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    const credentials = () => ({ username: 'guard', password: 'pw' });
    link = connect(`http://127.0.0.1:${port}`, { credentials });
    const { body } = await link.openAnswer(
      { endpoint: { ...endpoint, reply: 'socket' } },
      patience,
    );
    const { bytes, ended } = await readBeginning(body, bounds);
    expect([bytes.toString(), ended]).toEqual(['{"n":1}', 'time']);
    expect(asked).toEqual(['/status.cgi', `Basic ${btoa('guard:pw')}`]);
    await vi.waitFor(() => expect(sockets.clients.size).toBe(0), { timeout: 10_000 });
    sockets.close();
    http.close();
    await once(http, 'close');
  });
});
