import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceConnection } from './device-connection.ts';
import { type ConnectOptions, connect, reply, serve } from './test-server.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

async function mediaServer(
  welcome: (socket: WebSocket, request: IncomingMessage) => void,
  options: ConnectOptions = {},
): Promise<{ link: DeviceConnection; sockets: WebSocketServer['clients'] }> {
  const http: Server = createServer();
  const server = new WebSocketServer({ server: http });
  server.on('connection', welcome);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const link = connect(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`, options);
  opened.push(async () => {
    await link.close();
    for (const socket of server.clients) socket.terminate();
    http.close();
  });
  return { link, sockets: server.clients };
}

async function faultOf(promise: Promise<unknown>): Promise<DeviceError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeviceError);
  return error as DeviceError;
}

const never = new AbortController().signal;

describe('a stream over a WebSocket', () => {
  it('joins the messages to one body, asked for with our account', async () => {
    const asked: (string | undefined)[] = [];
    const { link } = await mediaServer(
      (socket, request) => {
        asked.push(request.url, request.headers.authorization, request.headers.origin);
        asked.push(request.headers['sec-websocket-extensions']);
        for (const part of ['FLV', 'one', 'two']) socket.send(Buffer.from(part));
        socket.close();
      },
      { credentials: () => ({ username: 'guard', password: 'p:w' }) },
    );
    const { status, body } = await link.openStream('/live/gate.flv?x=1', never);
    const parts = (await body.toArray()) as Buffer[];
    expect(status).toBe(200);
    expect(Buffer.concat(parts).toString()).toBe('FLVonetwo');
    const basic = `Basic ${Buffer.from('guard:p:w').toString('base64')}`;
    expect(asked).toEqual(['/live/gate.flv?x=1', basic, undefined, undefined]);
  });

  it('shows its beginning and hangs up', async () => {
    const { link, sockets } = await mediaServer((socket) => socket.send(Buffer.alloc(5000, 7)));
    const { status, contentType, head } = await link.peek('/live/gate.flv');
    expect({ status, contentType, size: head.length }).toEqual({
      status: 200,
      contentType: '',
      size: 4096,
    });
    await expect.poll(() => sockets.size).toBe(0);
  });

  it('hangs up when nobody wants it any more', async () => {
    const { link, sockets } = await mediaServer((socket) => socket.send('FLV'));
    const controller = new AbortController();
    const { body } = await link.openStream('/live/gate.flv', controller.signal);
    const [failure] = await Promise.all([once(body, 'error'), controller.abort()]);
    expect(failure[0]).toMatchObject({ reason: 'stopped' });
    await expect.poll(() => sockets.size).toBe(0);
  });

  it('holds a fast server back while its reader is slow', async () => {
    let server: WebSocket | undefined;
    const { link } = await mediaServer((socket) => {
      server = socket;
      for (let part = 0; part < 256; part += 1) socket.send(Buffer.alloc(128 * 1024, part));
    });
    const { body } = await link.openStream('/live/gate.flv', never);
    body.read(0);
    await expect.poll(() => body.readableLength).toBeGreaterThan(0);
    const waiting = server?.bufferedAmount ?? 0;
    expect(waiting).toBeGreaterThan(16 * 1024 * 1024);
    expect(body.readableLength).toBeLessThan(2 * 1024 * 1024);
    let bytes = 0;
    for await (const chunk of body) {
      bytes += (chunk as Buffer).length;
      if (bytes === 256 * 128 * 1024) break;
    }
    expect(bytes).toBe(256 * 128 * 1024);
  });

  it('refuses a message larger than any picture', async () => {
    const { link } = await mediaServer((socket) => socket.send(Buffer.alloc(5 * 1024 * 1024)));
    const { body } = await link.openStream('/live/gate.flv', never);
    const [error] = await once(body.resume(), 'error');
    expect(error).toMatchObject({ kind: 'malformed-reply', reason: 'too-large' });
  });
});

describe('what is no WebSocket', () => {
  it.each([
    ['401 Unauthorized', 'login-needed'],
    ['404 Not Found', 'not-found'],
    ['200 OK', 'html-or-whatever'],
    ['302 Found', 'redirected'],
  ])('passes on the answer %s', async (status, reason) => {
    const server = await serve((socket) => socket.write(reply('<html>', 'text/html', status)));
    const link = connect(server.origin.replace('http', 'ws'));
    opened.push(() => link.close(), server.close);
    const peek = await link.peek('/live/gate.flv');
    expect(peek).toMatchObject({ status: Number(status.slice(0, 3)), contentType: 'text/html' });
    const outcome = await link.openStream('/live/gate.flv', never).then(
      () => 'html-or-whatever',
      (error: DeviceError) => error.reason,
    );
    expect(outcome).toBe(reason);
  });

  it('says that a server which upgrades wrongly is broken', async () => {
    const server = await serve((socket) =>
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: no\r\n\r\n',
      ),
    );
    const link = connect(server.origin.replace('http', 'ws'));
    opened.push(() => link.close(), server.close);
    const fault = await faultOf(link.openStream('/', never));
    expect(fault).toMatchObject({ kind: 'malformed-reply', reason: 'header-malformed' });
  });

  it('gives up on silence', async () => {
    const server = await serve(() => undefined);
    const link = connect(server.origin.replace('http', 'ws'), { limits: { answerMs: 50 } });
    opened.push(() => link.close(), server.close);
    expect(await faultOf(link.peek('/'))).toMatchObject({ reason: 'answer-timeout' });
  });

  it('tells of a closed port and dials no forbidden address', async () => {
    const server = await serve(() => undefined);
    await server.close();
    const link = connect(server.origin.replace('http', 'ws'));
    opened.push(() => link.close());
    expect(await faultOf(link.peek('/'))).toMatchObject({ reason: 'connection-refused' });
    const forbidden = connect('ws://localhost:1', { allowLoopback: false });
    opened.push(() => forbidden.close());
    expect(await faultOf(forbidden.peek('/'))).toMatchObject({ reason: 'address-not-allowed' });
  });
});
