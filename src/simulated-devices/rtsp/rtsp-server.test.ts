import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadClip } from '../clip/clip-files.ts';
import { readInterleaved } from './interleaved.ts';
import { RtspServer, type RtspServerOptions } from './rtsp-server.ts';

const run = promisify(execFile);
const main = loadClip('ch1main');
const sub = loadClip('ch1sub');
if (main === null || sub === null) throw new TypeError('the clips of channel 1 are missing');
const login = { username: 'Admin', password: 'let-me-see' };
const authorization = `Basic ${Buffer.from('Admin:let-me-see').toString('base64')}`;

function makeServer(options: Partial<RtspServerOptions> = {}): RtspServer {
  return new RtspServer({
    port: 0,
    realm: 'camera',
    clips: new Map([
      ['h264', main as NonNullable<typeof main>],
      ['h264_2', sub as NonNullable<typeof sub>],
    ]),
    now: Date.now,
    accounts: () => [login],
    ...options,
  });
}

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** The least that speaks RTSP: one request at a time, packets kept aside. */
class Client {
  readonly packets: { channel: number; packet: Buffer }[] = [];
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  #sequence = 0;
  #answer: ((reply: Reply) => void) | undefined;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('data', (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      while (this.#next());
    });
  }

  ask(method: string, uri: string, headers: Record<string, string> = {}): Promise<Reply> {
    this.#sequence += 1;
    const all = { CSeq: String(this.#sequence), Authorization: authorization, ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    this.socket.write(`${method} ${uri} RTSP/1.0\r\n${lines.join('')}\r\n`);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  #next(): boolean {
    const framed = readInterleaved(this.#received);
    if (framed !== null) {
      this.packets.push({ channel: framed.channel, packet: framed.packet });
      this.#received = this.#received.subarray(framed.bytes);
      return true;
    }
    const end = this.#received.indexOf('\r\n\r\n');
    if (this.#received[0] === 0x24 || end < 0) return false;
    const [first = '', ...lines] = this.#received.subarray(0, end).toString().split('\r\n');
    const headers = new Headers(
      lines.map((line) => [line.split(': ')[0] ?? '', line.split(': ').slice(1).join(': ')]),
    );
    const length = Number(headers.get('content-length') ?? 0);
    if (this.#received.length < end + 4 + length) return false;
    const body = this.#received.subarray(end + 4, end + 4 + length).toString();
    this.#received = this.#received.subarray(end + 4 + length);
    this.#answer?.({ status: Number(first.split(' ')[1]), headers, body });
    return true;
  }
}

/** Pictures come in real time, and slower on a busy machine. */
const patience = { timeout: 10_000 };
vi.setConfig({ testTimeout: 20_000 });

let server: RtspServer;
let client: Client;
let url: string;
beforeEach(async () => {
  server = makeServer();
  await server.start();
  client = new Client(server.port);
  url = `${server.origin}/h264_2`;
});
afterEach(async () => {
  client.socket.destroy();
  await server.stop();
});

const overTcp = { Transport: 'RTP/AVP/TCP;unicast;interleaved=0-1' };
const sessionOf = (reply: Reply): string =>
  (reply.headers.get('session') ?? '').split(';')[0] ?? '';

async function setUp(headers: Record<string, string> = overTcp): Promise<string> {
  return sessionOf(await client.ask('SETUP', `${url}/track1`, headers));
}

describe('requests', () => {
  it('says its methods to anybody, and describes only to who may see', async () => {
    const options = await client.ask('OPTIONS', '*', { Authorization: '' });
    expect(options.headers.get('public')).toBe('OPTIONS, DESCRIBE, SETUP, TEARDOWN, PLAY, PAUSE');
    const refused = await client.ask('DESCRIBE', url, { Authorization: '' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Basic realm="camera"');
    const wrong = `Basic ${Buffer.from('Admin:guess').toString('base64')}`;
    expect((await client.ask('SETUP', `${url}/track1`, { Authorization: wrong })).status).toBe(401);
    const described = await client.ask('DESCRIBE', url, { Accept: 'application/sdp' });
    expect(described.headers.get('content-base')).toBe(`${url}/`);
    expect(described.headers.get('content-type')).toBe('application/sdp');
    expect(described.body).toContain('m=video 0 RTP/AVP 99\r\n');
  });

  it.each([
    ['DESCRIBE', '/nothing', {}, 404],
    ['DESCRIBE', '/h264', { Accept: 'text/html' }, 406],
    ['GET_PARAMETER', '/h264', {}, 405],
    ['SETUP', '/h264', { Transport: 'RTP/AVP/TCP;unicast' }, 459],
    ['SETUP', '/h264/track1', { Transport: 'RTP/AVP;multicast;client_port=6300-6301' }, 461],
    ['SETUP', '/h264/track1', { Transport: 'RTP/AVP/TCP;unicast', Session: 'none' }, 454],
    ['PLAY', '/h264', { Session: 'none' }, 454],
    ['TEARDOWN', '/h264', {}, 454],
  ])('answers %s %s %j with %i', async (method, path, headers, status) => {
    expect((await client.ask(method, `${server.origin}${path}`, headers)).status).toBe(status);
    expect(server.sessions).toBe(0);
  });

  it('hangs up on what is no RTSP', async () => {
    client.socket.write('GET / HTTP/1.0\r\n\r\n');
    await once(client.socket, 'close');
    expect(client.socket.destroyed).toBe(true);
  });

  it('keeps the transport of a track that is set up', async () => {
    const session = await setUp();
    const again = await client.ask('SETUP', `${url}/track1`, { ...overTcp, Session: session });
    expect(again.status).toBe(455);
    const elsewhere = await client.ask('PLAY', `${server.origin}/h264`, { Session: session });
    expect(elsewhere.status).toBe(454);
  });
});

describe('media', () => {
  it('plays whole pictures interleaved, as numbered in RTP-Info, pauses and ends', async () => {
    const session = await setUp();
    const played = await client.ask('PLAY', url, { Session: session, Range: 'npt=0.000-' });
    expect(played.headers.get('range')).toBe('npt=0.000-');
    const info = /^url=(\S+);seq=(\d+);rtptime=(\d+)$/.exec(played.headers.get('rtp-info') ?? '');
    expect(info?.[1]).toBe(`${url}/track1`);
    const pictures = (): Buffer[] =>
      client.packets.filter(({ channel }) => channel === 0).map(({ packet }) => packet);
    await vi.waitFor(() => {
      expect(pictures().filter((packet) => (packet[1] ?? 0) >= 0x80).length).toBeGreaterThan(5);
    }, patience);
    const [first] = pictures();
    expect(first?.readUInt16BE(2)).toBe(Number(info?.[2]));
    expect(first?.readUInt32BE(4)).toBe(Number(info?.[3]));
    expect((first?.[12] ?? 0) & 0x1f).toBe(7);
    const numbers = pictures().map((packet) => packet.readUInt16BE(2));
    expect(numbers).toEqual(numbers.map((_, i) => ((numbers[0] ?? 0) + i) & 0xffff));
    expect(new Set(pictures().map((packet) => packet.readUInt32BE(8))).size).toBe(1);
    const report = client.packets.find(({ channel }) => channel === 1)?.packet;
    expect([report?.[1], report?.readUInt32BE(4)]).toEqual([200, first?.readUInt32BE(8)]);

    expect((await client.ask('PAUSE', url, { Session: session })).status).toBe(200);
    const paused = client.packets.length;
    expect((await client.ask('OPTIONS', url, { Session: session })).status).toBe(200);
    expect(client.packets).toHaveLength(paused);
    await client.ask('PLAY', url, { Session: session });
    await vi.waitFor(() => expect(client.packets.length).toBeGreaterThan(paused), patience);

    expect((await client.ask('TEARDOWN', url, { Session: session })).status).toBe(200);
    expect(server.sessions).toBe(0);
  });

  it('sends sound on the second track, on channels of its own', async () => {
    const session = await setUp();
    await client.ask('SETUP', `${url}/track2`, {
      Transport: 'RTP/AVP/TCP;unicast;interleaved=2-3',
      Session: session,
    });
    await client.ask('PLAY', url, { Session: session });
    await vi.waitFor(() => {
      expect(client.packets.filter(({ channel }) => channel === 2).length).toBeGreaterThan(3);
    }, patience);
    const sound = client.packets.filter(({ channel }) => channel === 2).map((one) => one.packet);
    const [one, two] = sound;
    expect((one?.[1] ?? 0) & 0x7f).toBe(0);
    expect((two?.readUInt32BE(4) ?? 0) - (one?.readUInt32BE(4) ?? 0)).toBe((one?.length ?? 0) - 12);
  });

  it('sends datagrams to the ports that were asked for', async () => {
    const [rtp, rtcp] = [createSocket('udp4'), createSocket('udp4')];
    const seen: Buffer[] = [];
    rtp.on('message', (packet) => seen.push(packet)).bind(0, '127.0.0.1');
    rtcp.bind(0, '127.0.0.1');
    await Promise.all([once(rtp, 'listening'), once(rtcp, 'listening')]);
    const ports = `client_port=${rtp.address().port}-${rtcp.address().port}`;
    const reply = await client.ask('SETUP', `${url}/track1`, {
      Transport: `RTP/AVP;unicast;${ports}`,
    });
    expect(reply.headers.get('transport')).toMatch(
      new RegExp(
        `^RTP/AVP;unicast;destination=127\\.0\\.0\\.1;source=127\\.0\\.0\\.1;${ports};server_port=\\d+-\\d+$`,
      ),
    );
    const [, even, odd] =
      /server_port=(\d+)-(\d+)/.exec(reply.headers.get('transport') ?? '') ?? [];
    expect([Number(even) % 2, Number(odd) - Number(even)]).toEqual([0, 1]);
    await client.ask('PLAY', url, { Session: sessionOf(reply) });
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(5), patience);
    await client.ask('TEARDOWN', url, { Session: sessionOf(reply) });
    rtp.close();
    rtcp.close();
  });

  it('sends nothing while held, and the same key picture while frozen', async () => {
    server.hold(true);
    const session = await setUp();
    const played = await client.ask('PLAY', url, { Session: session });
    expect([played.status, played.headers.has('rtp-info')]).toEqual([200, false]);
    await client.ask('OPTIONS', url, { Session: session });
    expect(client.packets).toEqual([]);
    server.freeze(true);
    server.hold(false);
    const ends = (): Buffer[] =>
      client.packets
        .filter(({ channel, packet }) => channel === 0 && (packet[1] ?? 0) >= 0x80)
        .map(({ packet }) => packet.subarray(12));
    await vi.waitFor(() => expect(ends().length).toBeGreaterThan(3), patience);
    expect(new Set(ends().map((payload) => payload.toString('hex'))).size).toBe(1);
  });
});

describe('sessions', () => {
  it('end with the connection that carries them', async () => {
    await client.ask('PLAY', url, { Session: await setUp() });
    client.socket.destroy();
    await vi.waitFor(() => expect(server.sessions).toBe(0), patience);
  });

  it('end when nobody asks for them in time', async () => {
    const impatient = makeServer({ sessionTimeoutMs: 50 });
    await impatient.start();
    const other = new Client(impatient.port);
    const reply = await other.ask('SETUP', `${impatient.origin}/h264/track1`, overTcp);
    expect(reply.status).toBe(200);
    await vi.waitFor(() => expect(impatient.sessions).toBe(0), patience);
    const late = await other.ask('PLAY', `${impatient.origin}/h264`, { Session: sessionOf(reply) });
    expect(late.status).toBe(454);
    other.socket.destroy();
    await impatient.stop();
  });

  it('are refused beyond a number', async () => {
    const asked = Array.from({ length: 64 }, () => setUp);
    for (const one of asked) expect(await one()).not.toBe('');
    expect((await client.ask('SETUP', `${url}/track1`, overTcp)).status).toBe(453);
  });

  it('end when the server stops, which leaves nothing behind and starts again on its port', async () => {
    const held = (kind: RegExp): number =>
      process.getActiveResourcesInfo().filter((name) => kind.test(name)).length;
    const [sockets, timers] = [held(/UDP/), held(/Timeout/)];
    const ports = { Transport: 'RTP/AVP;unicast;client_port=9-10' };
    await client.ask('PLAY', url, { Session: await setUp(ports) });
    expect(held(/UDP/) - sockets).toBe(2);
    const { port } = server;
    await server.stop();
    expect(server.sessions).toBe(0);
    // At most, for the runner has timers of its own, which come and go.
    await vi.waitFor(() => expect(held(/Timeout/)).toBeLessThanOrEqual(timers), patience);
    await vi.waitFor(() => expect(held(/UDP/)).toBe(sockets), patience);
    await server.start();
    expect(server.port).toBe(port);
  });
});

const ffmpeg = await run('ffmpeg', ['-version']).then(
  () => true,
  () => false,
);

describe('with ffmpeg', () => {
  it.for(['tcp', 'udp'])(
    'plays thirty pictures over %s',
    { timeout: 30_000 },
    async (transport, { skip }) => {
      skip(!ffmpeg, 'ffmpeg is not on this machine');
      const address = `${server.origin.replace('//', '//Admin:let-me-see@')}/h264`;
      const { stderr } = await run('ffmpeg', [
        ...['-hide_banner', '-rtsp_transport', transport, '-i', address],
        ...['-frames:v', '30', '-f', 'null', '-'],
      ]);
      expect(stderr).toMatch(/Stream #0:0: Video: h264 \(Main\)/);
      expect(stderr).toMatch(/frame= +30 /);
    },
  );
});
