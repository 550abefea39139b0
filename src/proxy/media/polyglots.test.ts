import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceSchema } from '../../api/device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';
import { claimedTypes, polyglots } from './polyglot-bodies.ts';
import { hubBench } from './test-hub.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400, 7)]);
const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\na.ts\n';

/** A camera that is honest until it is told what to say instead. */
class TurncoatCamera {
  readonly #server: Server;
  body: Buffer | null = null;
  type = '';
  segmentsOnly = false;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      const lies = this.body !== null && (!this.segmentsOnly || !path.endsWith('.m3u8'));
      const honest = path.endsWith('.m3u8') ? playlist.replace('a.ts', `${Date.now()}.ts`) : jpeg;
      response.setHeader('content-type', lies ? this.type : 'image/jpeg');
      response.setHeader('x-evil', '<script>');
      response.setHeader('refresh', '0; url=javascript:alert(1)');
      response.setHeader('content-disposition', 'inline; filename="evil.html"');
      response.end(lies ? this.body : honest);
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

interface Added {
  readonly deviceId: string;
  readonly id: string;
  readonly streamId: string;
}

async function add(proxy: TestProxy, address: string): Promise<Added> {
  const last = (await proxy.probe({ address })).at(-1);
  if (last?.type !== 'found') throw new TypeError(JSON.stringify(last));
  const { draftId, cameras } = last.findings;
  const body = { draftId, name: address, cameras: [] };
  const saved = deviceSchema.parse((await proxy.ask('POST', '/api/devices', body)).json());
  return {
    deviceId: saved.id,
    id: saved.cameras[0]?.id ?? '',
    streamId: cameras[0]?.streams[0]?.id ?? '',
  };
}

const ourTypes = {
  snapshot: /^image\/jpeg$/,
  playlist: /^application\/vnd\.apple\.mpegurl(; charset=utf-8)?$/,
  segment: /^(video\/mp2t|video\/mp4|audio\/aac)$/,
};

type Reply = Awaited<ReturnType<TestProxy['ask']>>;

/** @returns whether the body was passed on, as what our route says that it is */
function expectOurs(reply: Reply, type: RegExp, name: string): boolean {
  const given = reply.headers.get('content-type') ?? '';
  expect(reply.headers.get('x-content-type-options'), name).toBe('nosniff');
  expect(reply.headers.get('x-evil'), name).toBeNull();
  expect(reply.headers.get('refresh'), name).toBeNull();
  expect(reply.headers.get('content-disposition'), name).toBeNull();
  expect(given, name).not.toMatch(/html|svg|xml|script/);
  if (reply.status !== 200) {
    expect(given, name).toMatch(/^application\/json/);
    return false;
  }
  expect(given, name).toMatch(type);
  expect(reply.headers.get('content-security-policy'), name).toMatch(/sandbox; default-src 'none'/);
  return true;
}

describe('trust: bodies that are two things at once', () => {
  it('leave the proxy under our own type or not at all, in forty shapes', async () => {
    const camera = new TurncoatCamera();
    const origin = await camera.listen();
    const proxy = new TestProxy();
    await proxy.start();
    opened.push(
      () => camera.close(),
      () => proxy.end(),
    );
    const still = await add(proxy, `${origin}/still.jpg`);
    const live = await add(proxy, `${origin}/live.m3u8`);
    const hls = `/api/cameras/${live.id}/hls/${live.streamId}`;
    const passed = { snapshot: 0, playlist: 0, segment: 0 };
    let number = 0;
    for (const [name, body] of polyglots) {
      camera.body = body;
      camera.type = claimedTypes[number % claimedTypes.length] ?? '';
      number += 1;
      const snapshot = await proxy.ask('GET', `/api/cameras/${still.id}/snapshot`);
      if (expectOurs(snapshot, ourTypes.snapshot, name)) passed.snapshot += 1;
      // A playlist is kept for a moment, so that each shape is a stream of its own to the proxy.
      await proxy.ask('PATCH', `/api/devices/${live.deviceId}`, { username: `guard${number}` });
      const list = await proxy.ask('GET', `${hls}/index.m3u8`);
      if (expectOurs(list, ourTypes.playlist, name)) passed.playlist += 1;
      expect(list.text, name).not.toMatch(/script|onload/);
      camera.segmentsOnly = true;
      await proxy.ask('PATCH', `/api/devices/${live.deviceId}`, { username: `other${number}` });
      const honest = await proxy.ask('GET', `${hls}/index.m3u8`);
      const segment = honest.text.split('\n').find((line) => /^[\w-]+\.ts$/.test(line));
      expect(segment, name).toBeDefined();
      const reply = await proxy.ask('GET', `${hls}/${segment}`);
      if (expectOurs(reply, ourTypes.segment, name)) passed.segment += 1;
      camera.segmentsOnly = false;
    }
    expect(polyglots.length).toBeGreaterThanOrEqual(40);
    // Those that begin like a picture, a playlist or a segment; the browser is told that they are.
    expect(passed).toEqual({ snapshot: 3, playlist: 3, segment: 5 });
  }, 60_000);

  it('reach no socket but as pictures and FLV', async () => {
    for (const [position, [name, body]] of polyglots.entries()) {
      const type = claimedTypes[position % claimedTypes.length];
      const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`;
      const bench = await hubBench((socket) =>
        socket.end(Buffer.concat([Buffer.from(head), body])),
      );
      opened.push(() => bench.close());
      const client = await bench.frames();
      client.watch('t');
      const flv = bench.flv();
      const messages: Buffer[] = [];
      flv.on('message', (message: Buffer) => messages.push(message));
      await expect
        .poll(() => client.notices.some((one) => one.type === 'phase' && one.problem !== undefined))
        .toBe(true);
      await expect.poll(() => flv.readyState, { message: name }).toBe(flv.CLOSED);
      const starts = client.packets.map(({ picture }) => picture.subarray(0, 3).toString('hex'));
      expect(
        starts.filter((start) => start !== 'ffd8ff'),
        name,
      ).toEqual([]);
      const first = messages[0]?.subarray(0, 3).toString('latin1') ?? 'FLV';
      expect(first, name).toBe('FLV');
      await bench.close();
      opened.length = 0;
    }
  }, 60_000);
});
