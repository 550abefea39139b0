import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { DeviceError, type DeviceErrorReason } from '../../domain/device-error.ts';
import type { DeviceConnection } from './device-connection.ts';
import {
  type Answer,
  type ConnectOptions,
  connect,
  endpoint,
  reply,
  serve,
  type TestServer,
  testProtocol,
} from './test-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

async function device(
  answer: Answer,
  options: ConnectOptions = {},
): Promise<{ server: TestServer; link: DeviceConnection }> {
  const server = await serve(answer);
  const link = connect(server.origin, options);
  opened.push(link, server);
  return { server, link };
}

async function faultOf(promise: Promise<unknown>): Promise<DeviceError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeviceError);
  return error as DeviceError;
}

const closeOf = (body: Readable) => new Promise((resolve) => body.once('close', resolve));

const call = { endpoint };
const answering = (bytes: string | Buffer) => (socket: { write(b: string | Buffer): void }) =>
  socket.write(bytes);

describe('a call', () => {
  it('gives the text, the type, the clock of the device and how long it took', async () => {
    const text =
      'HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=ISO-8859-1\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\nContent-Length: 3\r\n\r\nk\xe9\n';
    const { link } = await device((socket) => socket.write(Buffer.from(text, 'latin1')), {
      now: () => 42,
    });
    const answer = await link.call(call);
    expect(answer).toEqual({
      status: 200,
      contentType: 'text/plain',
      text: 'ké\n',
      dateMs: Date.UTC(2026, 0, 1),
      receivedAtMs: 42,
    });
    expect(link.latencyMs).toBeGreaterThanOrEqual(0);
  });

  it('sends the query as written in the documents and no header of a browser', async () => {
    const { server, link } = await device((socket) => socket.write(reply('ok')), {
      credentials: () => ({ username: 'admin', password: 'p:w' }),
    });
    const query = { apiVersion: true, action: '1:\\', skipped: undefined, name: 'a/b' } as const;
    await link.call({ endpoint: { ...endpoint, path: '/x/{name}' }, query });
    const lines = (server.requests[0] ?? '').split('\r\n');
    expect(lines[0]).toBe('GET /x/a%2Fb?apiVersion&action=1%3A%5C HTTP/1.1');
    const names = lines.slice(1).map((line) => line.split(':')[0]?.toLowerCase());
    expect(names.toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'connection',
      'host',
    ]);
    expect(lines).toContain(`authorization: Basic ${Buffer.from('admin:p:w').toString('base64')}`);
  });

  it('lets the caller accept a status', async () => {
    const { link } = await device(answering(reply('{"code":-1}', 'text/plain', '404 Not Found')));
    const answer = await link.call(call, { acceptStatus: [404] });
    expect(answer.text).toBe('{"code":-1}');
  });

  it.each([
    ['302 Found', 'redirected'],
    ['400 Bad', 'illegal-parameter'],
    ['401 No', 'login-needed'],
    ['403 No', 'no-permission'],
    ['404 No', 'not-found'],
    ['500 Oh', 'server-error'],
    ['503 Busy', 'too-many-connections'],
  ] as const)('turns %s into %s', async (status, reason) => {
    const { link } = await device(answering(reply('x', 'text/plain', status)));
    expect((await faultOf(link.call(call))).reason).toBe(reason);
  });
});

describe('a hostile or broken device', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n';
  const shapes: readonly [string, Answer, DeviceErrorReason, ConnectOptions?][] = [
    ['never answers', () => undefined, 'answer-timeout', { limits: { answerMs: 1000 } }],
    ['hangs up', (socket) => socket.destroy(), 'connection-lost'],
    ['resets', (socket) => socket.resetAndDestroy(), 'connection-lost'],
    ['speaks no HTTP', answering('SSH-2.0-Dropbear\r\n\r\n'), 'header-malformed'],
    [
      'sends headers without end',
      (socket) => socket.write(`${head}${'X-A: b\r\n'.repeat(9000)}`),
      'too-large',
    ],
    [
      'sends a body without end',
      (socket) => {
        socket.write(`${head}\r\n`);
        const more = () => {
          while (!socket.destroyed && socket.write(Buffer.alloc(65536)));
        };
        socket.on('drain', more);
        more();
      },
      'too-large',
    ],
    [
      'trickles',
      (socket) => {
        socket.write(`${head}\r\n`);
        const timer = setInterval(() => socket.write('x'), 50);
        socket.on('close', () => clearInterval(timer));
      },
      'stalled',
      { limits: { trickleMs: 500 } },
    ],
    [
      'encodes',
      answering(
        `${head}Content-Encoding: br\r\nConnection: close\r\nContent-Length: 4\r\n\r\nabcd`,
      ),
      'encoding-refused',
    ],
    [
      'redirects elsewhere',
      answering(
        'HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:1/\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
      ),
      'redirected',
    ],
    [
      'stops short',
      (socket) => socket.end(`${head}Content-Length: 9\r\n\r\nabc`),
      'connection-lost',
    ],
  ];
  it.each(shapes)('that %s', async (_name, answer, reason, options = {}) => {
    const { link, server } = await device(answer, options);
    expect((await faultOf(link.call(call))).reason).toBe(reason);
    expect(server.requests.length).toBeLessThanOrEqual(2);
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  it('asserts how many shapes it tried', () => {
    expect(shapes).toHaveLength(10);
  });

  it('does not listen', async () => {
    const { link, server } = await device(() => undefined);
    await server.close();
    const fault = await faultOf(link.call(call));
    expect([fault.kind, fault.reason]).toEqual(['unreachable', 'connection-refused']);
    expect(fault.message).not.toContain('127.0.0.1');
  });

  it('does not complete the handshake', async () => {
    // A listener whose thread sleeps: once its queue is full, the kernel drops further dials.
    const worker = new Worker(
      `const { createServer } = require('node:net');
       const { parentPort } = require('node:worker_threads');
       const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
         parentPort.postMessage(server.address().port);
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000);
       });`,
      { eval: true },
    );
    const [port] = (await once(worker, 'message')) as [number];
    const fillers = Array.from({ length: 8 }, () =>
      connectSocket(port, '127.0.0.1').on('error', () => undefined),
    );
    await Promise.race(fillers.map((socket) => once(socket, 'connect')));
    const link = connect(`http://127.0.0.1:${port}`, { limits: { dialMs: 1000 } });
    const fault = await faultOf(link.call(call));
    for (const socket of fillers) socket.destroy();
    await link.close();
    await worker.terminate();
    expect([fault.kind, fault.reason]).toEqual(['timeout', 'dial-timeout']);
  });
});

describe('a device with bare line feeds', () => {
  const bare = 'HTTP/1.0 200 OK\nContent-Type: text/plain\n\nvar a=1;\n';

  it('is understood on the second try and at once from then on', async () => {
    const { link, server } = await device((socket) => socket.end(bare));
    expect((await link.call(call)).text).toBe('var a=1;\n');
    expect(server.requests).toHaveLength(2);
    expect((await link.call(call)).text).toBe('var a=1;\n');
    expect(server.requests).toHaveLength(3);
  });

  it('is asked leniently at once where the protocol says so, one request per socket', async () => {
    const protocol = testProtocol({ transport: 'lenient' });
    const { link, server } = await device((socket) => socket.end(bare), { protocol });
    await link.call(call);
    await link.call(call);
    expect(server.requests).toHaveLength(2);
    expect(server.requests.every((request) => /connection: close/i.test(request))).toBe(true);
  });

  it.each([
    ['never answers', () => undefined, 'answer-timeout'],
    ['hangs up', (socket) => socket.destroy(), 'connection-lost'],
    [
      'sends headers without end',
      (socket) => socket.write(`HTTP/1.0 200 OK\n${'A: b\n'.repeat(9000)}`),
      'too-large',
    ],
  ] satisfies [string, Answer, string][])('that %s', async (_name, answer, reason) => {
    const protocol = testProtocol({ transport: 'lenient' });
    const { link } = await device(answer, { protocol, limits: { answerMs: 300 } });
    expect((await faultOf(link.call(call))).reason).toBe(reason);
  });

  it.each(['standard', 'lenient'] as const)(
    'that lets a %s call pass its deadline was too slow, not stopped',
    async (transport) => {
      const { link } = await device(() => undefined, {
        protocol: testProtocol({ transport }),
        limits: { callDeadlineMs: 100 },
      });
      expect((await faultOf(link.call(call))).reason).toBe('answer-timeout');
    },
  );
});

describe('many at once', () => {
  it('dial two streams at a time, so that a rebooted device is not stormed', async () => {
    const waiting: Socket[] = [];
    let most = 0;
    const { link, server } = await device(
      (socket) => {
        waiting.push(socket);
        most = Math.max(most, waiting.length);
        setImmediate(() => {
          waiting.splice(waiting.indexOf(socket), 1);
          socket.write('HTTP/1.1 200 OK\r\n\r\n');
        });
      },
      { cameras: () => 16 },
    );
    await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        link.openStream(`/ch${n}`, new AbortController().signal),
      ),
    );
    expect(server.requests).toHaveLength(16);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('use four sockets for calls, however many are made', async () => {
    let most = 0;
    const { link, server } = await device((socket) => {
      most = Math.max(most, server.sockets.size);
      setImmediate(() => socket.write(reply('ok')));
    });
    await Promise.all(Array.from({ length: 60 }, () => link.call(call)));
    expect(server.requests).toHaveLength(60);
    expect(most).toBe(4);
  });

  it('wait for one another where each call has a socket of its own, and streams for none', async () => {
    const held: Socket[] = [];
    let holds = true;
    const { link, server } = await device(
      (socket, request) => {
        if (request.startsWith('GET /live')) return socket.write('HTTP/1.1 200 OK\r\n\r\n');
        return holds ? held.push(socket) : socket.write(reply('ok'));
      },
      { protocol: testProtocol({ transport: 'lenient' }), limits: { callSockets: 3 } },
    );
    const calls = Promise.all(Array.from({ length: 30 }, () => link.call(call)));
    await expect.poll(() => held.length).toBe(3);
    await link.openStream('/live', new AbortController().signal);
    expect(held).toHaveLength(3);
    holds = false;
    for (const socket of held) socket.write(reply('ok'));
    await calls;
    expect(server.requests).toHaveLength(31);
  });
});

describe('closing', () => {
  it('ends what runs and leaves no socket', async () => {
    const { link, server } = await device((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nabc'));
    const controller = new AbortController();
    const { body } = await link.openStream('/live', controller.signal);
    const ended = closeOf(body);
    const pending = faultOf(link.call(call));
    await link.close();
    await ended;
    expect((await pending).reason).toBe('stopped');
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  it('frees the place of a stream that its reader left', async () => {
    const { link } = await device((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nabc'), {
      limits: { mediaSockets: 1, placeMs: 50 },
    });
    const first = new AbortController();
    const { body } = await link.openStream('/live', first.signal);
    const busy = await faultOf(link.openStream('/live', new AbortController().signal));
    expect(busy.reason).toBe('too-many-connections');
    const closed = closeOf(body);
    first.abort();
    await closed;
    const second = await link.openStream('/live', new AbortController().signal);
    expect(second.status).toBe(200);
  });
});
