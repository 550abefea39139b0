import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import type { Answer } from '../link/test-server.ts';
import { connect, endpoint, serve } from '../link/test-server.ts';
import { collectGarbage } from '../test-site/collect-garbage.ts';
import { type HubBench, hubBench } from './test-hub.ts';

const unpackedBytes = 200 * 1024 * 1024;
const zeros = Buffer.alloc(unpackedBytes);
const gzipped = gzipSync(zeros);
const twice = gzipSync(gzipped);
const deflated = deflateSync(zeros);
const raw = deflateRawSync(zeros);
const brotli = brotliCompressSync(zeros.subarray(0, unpackedBytes / 4));
/** As archives are told by their beginning; no reader of ours looks further. */
const zipped = Buffer.concat([Buffer.from('PK\x03\x04'), raw]);

function packed(body: Buffer, headers: string): Buffer {
  const head = `HTTP/1.1 200 OK\r\n${headers}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** How the bombs come, each with the type that the reader hopes for. */
const packings: readonly (readonly [string, (type: string) => Buffer])[] = [
  ['gzip', (type) => packed(gzipped, `Content-Type: ${type}\r\nContent-Encoding: gzip`)],
  ['x-gzip', (type) => packed(gzipped, `Content-Type: ${type}\r\nContent-Encoding: x-gzip`)],
  ['deflate', (type) => packed(deflated, `Content-Type: ${type}\r\nContent-Encoding: deflate`)],
  ['raw deflate', (type) => packed(raw, `Content-Type: ${type}\r\nContent-Encoding: deflate`)],
  ['br', (type) => packed(brotli, `Content-Type: ${type}\r\nContent-Encoding: br`)],
  ['zstd', (type) => packed(gzipped, `Content-Type: ${type}\r\nContent-Encoding: zstd`)],
  ['compress', (type) => packed(gzipped, `Content-Type: ${type}\r\nContent-Encoding: compress`)],
  ['gzip twice', (type) => packed(twice, `Content-Type: ${type}\r\nContent-Encoding: gzip, gzip`)],
  [
    'identity first',
    (type) => packed(gzipped, `Content-Type: ${type}\r\nContent-Encoding: identity, gzip`),
  ],
  [
    'two headers',
    (type) =>
      packed(
        gzipped,
        `Content-Type: ${type}\r\nContent-Encoding: identity\r\nContent-Encoding: gzip`,
      ),
  ],
  ['capitals', (type) => packed(gzipped, `Content-Type: ${type}\r\nCONTENT-ENCODING: GZip`)],
  [
    'on the journey',
    (type) =>
      Buffer.concat([
        Buffer.from(
          `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${gzipped.length.toString(16)}\r\n`,
        ),
        gzipped,
        Buffer.from('\r\n0\r\n\r\n'),
      ]),
  ],
  ['unannounced gzip', (type) => packed(gzipped, `Content-Type: ${type}`)],
  ['unannounced deflate', (type) => packed(deflated, `Content-Type: ${type}`)],
  ['zip', (type) => packed(zipped, `Content-Type: ${type}`)],
  ['zip by its type', () => packed(zipped, 'Content-Type: application/zip')],
];

let bench: HubBench;
let bomb: Buffer = Buffer.alloc(0);
const answer: Answer = (socket) => socket.end(bomb);
beforeAll(async () => {
  bench = await hubBench(answer);
});
afterAll(() => bench.close());

const never = new AbortController().signal;

/** How each reader is fed; all must end in a refusal. */
const readers: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  [
    'snapshot',
    'image/jpeg',
    () => {
      bench.snapshotTarget = '/still.jpg';
      return bench.hub.snapshot('camera');
    },
  ],
  ['playlist', 'application/vnd.apple.mpegurl', () => bench.hub.hlsPlaylist('camera', 'hls')],
  ['stream', 'multipart/x-mixed-replace', () => refusedStream('main')],
  ['video', 'video/x-flv', () => refusedFlv()],
];

async function refusedStream(streamId: string): Promise<void> {
  const client = await bench.frames();
  client.watch('t', streamId);
  await expect
    .poll(() => client.notices.some((one) => one.type === 'phase' && one.problem !== undefined))
    .toBe(true);
  expect(client.packets).toEqual([]);
  client.socket.terminate();
  await expect.poll(() => bench.hub.statistics().windows).toBe(0);
  throw new DeviceError('malformed-reply', 'not-a-picture');
}

async function refusedFlv(): Promise<void> {
  const socket = bench.flv();
  let bytes = 0;
  socket.on('message', (message: Buffer) => {
    bytes += message.length;
  });
  await new Promise((resolve) => socket.once('close', resolve));
  expect(bytes).toBe(0);
  throw new DeviceError('malformed-reply', 'not-a-stream');
}

/** Sockets that answer an upgrade as no honest server would. */
const sockets: readonly (readonly [string, (accept: string) => Buffer])[] = [
  [
    'a socket that compresses unasked',
    (accept) =>
      Buffer.concat([
        Buffer.from(upgrade(accept, 'Sec-WebSocket-Extensions: permessage-deflate\r\n')),
        frame(0xc2, raw),
      ]),
  ],
  [
    'a packed message without the extension',
    (accept) => Buffer.concat([Buffer.from(upgrade(accept)), frame(0xc2, raw)]),
  ],
  [
    'a message of 200 MiB',
    (accept) => {
      const head = Buffer.alloc(10);
      head.writeUInt16BE(0x827f);
      head.writeBigUInt64BE(BigInt(unpackedBytes), 2);
      return Buffer.concat([Buffer.from(upgrade(accept)), head, gzipped]);
    },
  ],
  [
    'a refusal that is packed',
    () => packed(gzipped, 'Content-Type: text/plain\r\nContent-Encoding: gzip'),
  ],
];

function upgrade(accept: string, more = ''): string {
  return `HTTP/1.1 101 Up\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${more}\r\n`;
}

function frame(first: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}

async function askSocket(make: (accept: string) => Buffer): Promise<unknown> {
  const server = await serve((socket, request) => {
    const key = /^Sec-WebSocket-Key: (\S+)$/im.exec(request)?.[1] ?? '';
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
    socket.end(make(accept.digest('base64')));
  });
  const link = connect(server.origin);
  try {
    const row = { ...endpoint, reply: 'socket' as const };
    const { body } = await link.openAnswer({ endpoint: row }, never);
    return await body.toArray();
  } finally {
    await link.close();
    await server.close();
  }
}

async function refusal(run: () => Promise<unknown>): Promise<unknown> {
  return run().then(
    () => 'taken',
    (reason: unknown) => reason,
  );
}

/** What the process holds once everything that can be let go has been. */
async function settledBytes(): Promise<number> {
  await collectGarbage();
  return process.memoryUsage().rss;
}

async function explodeAll(): Promise<number> {
  let refused = 0;
  for (const [packing, make] of packings) {
    for (const [reader, type, read] of readers) {
      bomb = make(type);
      bench.hub.deviceChanged('device-1');
      const outcome = await refusal(read);
      expect(outcome, `${packing} as ${reader}`).toBeInstanceOf(DeviceError);
      refused += 1;
    }
  }
  for (const [name, make] of sockets) {
    expect(await refusal(() => askSocket(make)), name).toBeInstanceOf(DeviceError);
    refused += 1;
  }
  return refused;
}

describe('trust: bombs of 200 MiB', () => {
  it('are refused in twenty shapes, and leave at most five mebibytes behind', async () => {
    expect(packings.length + sockets.length).toBeGreaterThanOrEqual(20);
    // The first round compiles code and fills the pools of Node, which then stay.
    expect(await explodeAll()).toBe(packings.length * readers.length + sockets.length);
    let peak = 0;
    const growths: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = await settledBytes();
      const looking = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss - before);
      }, 2);
      await explodeAll();
      clearInterval(looking);
      growths.push((await settledBytes()) - before);
    }
    // What is held back grows in every round; the least of them is without the noise of the pools.
    expect(Math.min(...growths)).toBeLessThanOrEqual(5 * 1024 * 1024);
    // A single one of them unpacked would be three times as much.
    expect(peak).toBeLessThan(64 * 1024 * 1024);
  }, 120_000);
});
