import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceConnection } from './device-connection.ts';
import {
  type Answer,
  connect,
  endpoint,
  serve,
  type TestServer,
  testProtocol,
} from './test-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n';
const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n`;
const limits = {
  ...{ answerMs: 300, callDeadlineMs: 1500, trickleMs: 200, trickleBytes: 160 },
  callBytes: 256 * 1024,
};
/**
 * What a device may cost at most: the deadline of a call, and time for a busy machine to notice. The
 * devices pump from the same process, so that it is a busy one.
 */
const boundMs = limits.callDeadlineMs + 6000;

/** Writes for as long as somebody reads. */
function endlessly(socket: Socket, piece: Buffer): void {
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

/** A piece now and then, until the other side hangs up. */
function dribble(socket: Socket, piece: string | Buffer, everyMs: number): void {
  const timer = setInterval(() => socket.write(piece), everyMs);
  socket.on('close', () => clearInterval(timer));
}

const shapes: readonly (readonly [string, Answer])[] = [
  ['never answers', () => undefined],
  ['answers a byte of the header a second', (socket) => dribble(socket, 'H', 100)],
  [
    'sends headers without end',
    (socket) => {
      socket.write(head);
      endlessly(socket, Buffer.from(`X-A: ${'b'.repeat(200)}\r\n`));
    },
  ],
  [
    'sends one header without end',
    (socket) => {
      socket.write(`${head}X-A: `);
      endlessly(socket, Buffer.alloc(4096, 'b'));
    },
  ],
  ['sends a first line without end', (socket) => endlessly(socket, Buffer.alloc(4096, 'H'))],
  [
    'sends a body without end',
    (socket) => {
      socket.write(`${head}\r\n`);
      endlessly(socket, Buffer.alloc(65_536));
    },
  ],
  [
    'sends chunks without end',
    (socket) => {
      socket.write(chunked);
      endlessly(socket, Buffer.from(`1000\r\n${'x'.repeat(4096)}\r\n`));
    },
  ],
  [
    'trickles a byte a second',
    (socket) => {
      socket.write(`${head}\r\n`);
      dribble(socket, 'x', 100);
    },
  ],
  [
    'trickles chunks of a byte',
    (socket) => {
      socket.write(chunked);
      dribble(socket, '1\r\nx\r\n', 100);
    },
  ],
  [
    'sends chunks with endless extensions',
    (socket) => {
      socket.write(`${chunked}1;`);
      endlessly(socket, Buffer.alloc(4096, 'a'));
    },
  ],
  [
    'promises ten gibibytes and falls silent',
    (socket) => socket.write(`${head}Content-Length: ${10 * 2 ** 30}\r\n\r\nabc`),
  ],
  [
    'promises ten gibibytes and sends them',
    (socket) => {
      socket.write(`${head}Content-Length: ${10 * 2 ** 30}\r\n\r\n`);
      endlessly(socket, Buffer.alloc(65_536));
    },
  ],
  [
    'stays half open after half a body',
    (socket) => socket.write(`${head}Content-Length: 100\r\n\r\n${'x'.repeat(50)}`),
  ],
  [
    'sends interim answers without end',
    (socket) => dribble(socket, 'HTTP/1.1 103 Early Hints\r\nX-A: b\r\n\r\n', 20),
  ],
  ['hangs up in the middle', (socket) => socket.end(`${head}Content-Length: 9\r\n\r\nabc`)],
  [
    'sends trailers without end',
    (socket) => {
      socket.write(`${chunked}1\r\nx\r\n0\r\n`);
      endlessly(socket, Buffer.from(`X-A: ${'b'.repeat(200)}\r\n`));
    },
  ],
];

async function device(answer: Answer, transport: 'standard' | 'lenient') {
  const server = await serve(answer);
  const link = connect(server.origin, { protocol: testProtocol({ transport }), limits });
  opened.push(link, server);
  return { server, link };
}

const ways: readonly (readonly [string, (link: DeviceConnection) => Promise<unknown>])[] = [
  ['call', (link) => link.call({ endpoint })],
  ['file', (link) => link.readFile('/still.jpg', { maximumBytes: 65_536, deadlineMs: 1500 })],
];

async function expectFreed(server: TestServer, run: () => Promise<unknown>): Promise<void> {
  const startedMs = performance.now();
  await expect(run()).rejects.toBeInstanceOf(DeviceError);
  expect(performance.now() - startedMs).toBeLessThan(boundMs);
  await expect.poll(() => server.sockets.size).toBe(0);
}

describe('trust: a device that is slow or endless', () => {
  for (const transport of ['standard', 'lenient'] as const) {
    it.each(ways)(`is let go in time, in each shape (${transport} %s)`, async (_, run) => {
      // Side by side, for each takes as long as it is allowed to.
      await Promise.all(
        shapes.map(async ([, answer]) => {
          const { link, server } = await device(answer, transport);
          await expectFreed(server, () => run(link));
        }),
      );
    });
  }

  it('is tried in 14 shapes at least', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(14);
  });

  it('that trickles its answer to an RTSP look is let go in time', async () => {
    const { link, server } = await device((socket) => dribble(socket, 'R', 100), 'standard');
    await expectFreed(server, () => link.describe({ target: '/h264' }));
  });

  it('that trickles an upgrade is let go in time', async () => {
    const { link, server } = await device((socket) => dribble(socket, 'H', 100), 'standard');
    const row = { ...endpoint, reply: 'socket' as const };
    const patience = new AbortController().signal;
    await expectFreed(server, () => link.openAnswer({ endpoint: row }, patience));
  });
});
