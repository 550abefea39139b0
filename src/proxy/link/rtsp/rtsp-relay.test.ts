import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Credentials } from '../../../protocols/protocol.ts';
import { AddressPolicy } from '../address-policy.ts';
import { DeviceDialer } from '../device-dialer.ts';
import { type Answer, serve, type TestServer } from '../test-server.ts';
import { openRtspRelay, type RtspRelay } from './rtsp-relay.ts';

const account: Credentials = { username: "o'brien", password: 'p:w/%?#"' };
const basic = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
const poll = { timeout: 5000, interval: 10 };

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((end) => end()));
});

async function device(answer: Answer): Promise<TestServer> {
  const server = await serve(answer);
  opened.push(() => server.close());
  return server;
}

async function relayTo(port: number, credentials: Credentials | null = account, secure = false) {
  const origin = new URL(`rtsp${secure ? 's' : ''}://127.0.0.1:${port}`);
  const addresses = new AddressPolicy({ allowLoopback: true });
  const dialer = new DeviceDialer(origin, addresses, { dialMs: 1000 });
  const relay = await openRtspRelay({
    ...{ secure, host: '127.0.0.1', port, digestOnly: false, begin: () => dialer.begin() },
    ...{ address: `rtsp://127.0.0.1:${port}/live?ch=1`, credentials, settle: () => undefined },
  });
  opened.push(() => relay.close());
  return relay;
}

/** A program that speaks RTSP, as far as bytes go. */
class Program {
  readonly socket: Socket;
  received = '';
  closed = false;

  constructor(relay: RtspRelay) {
    this.socket = dial(Number(new URL(relay.address.replace('rtsp', 'http')).port), '127.0.0.1');
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('close', () => {
      this.closed = true;
    });
    this.socket.on('data', (chunk: Buffer) => {
      this.received += chunk.toString('latin1');
    });
    opened.push(() => void this.socket.destroy());
  }

  send(text: string): void {
    this.socket.write(Buffer.from(text, 'latin1'));
  }

  ask(method: string, uri: string, number = 7): void {
    this.send(`${method} ${uri} RTSP/1.0\r\nCSeq: ${number}\r\nUser-Agent: test\r\n\r\n`);
  }
}

async function watch(answer: Answer, credentials: Credentials | null = account) {
  const server = await device(answer);
  const relay = await relayTo(Number(new URL(server.origin).port), credentials);
  return { server, relay, program: new Program(relay) };
}

const headerOf = (request: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(request)?.[1]?.trim();
const answerTo = (request: string, status: string, ...lines: string[]) =>
  `${[`RTSP/1.0 ${status}`, `CSeq: ${headerOf(request, 'CSeq')}`, ...lines].join('\r\n')}\r\n\r\n`;
const wantsBasic = 'WWW-Authenticate: Basic realm="camera"';

describe('a relay of RTSP', () => {
  it('asks the device by its own address, and adds the account when it is asked for one', async () => {
    const { server, relay, program } = await watch((socket, request) => {
      const isKnown = headerOf(request, 'Authorization') === basic;
      socket.write(answerTo(request, isKnown ? '200 OK' : '401 Unauthorized', wantsBasic));
    });
    program.ask('DESCRIBE', relay.address, 7);
    await expect.poll(() => program.received, poll).toContain('\r\n\r\n');
    expect(program.received).toBe('RTSP/1.0 200 OK\r\nCSeq: 7\r\n\r\n');
    program.ask('SETUP', `${relay.address}/track1`, 8);
    await expect.poll(() => server.requests.length, poll).toBe(3);
    const { host } = new URL(server.origin);
    const lines = server.requests.map((request) => request.split('\r\n')[0]);
    expect(lines).toEqual([
      `DESCRIBE rtsp://${host}/live?ch=1 RTSP/1.0`,
      `DESCRIBE rtsp://${host}/live?ch=1 RTSP/1.0`,
      `SETUP rtsp://${host}/live?ch=1/track1 RTSP/1.0`,
    ]);
    expect(server.requests.map((request) => headerOf(request, 'Authorization'))).toEqual([
      undefined,
      basic,
      basic,
    ]);
    expect(server.requests.map((request) => headerOf(request, 'CSeq'))).toEqual(['1', '2', '3']);
    expect(relay.fault()).toBeNull();
  });

  it('tries a wrong password once, and says so', async () => {
    const { server, relay, program } = await watch((socket, request) => {
      socket.write(answerTo(request, '401 Unauthorized', wantsBasic));
    });
    program.ask('DESCRIBE', relay.address);
    await expect.poll(() => program.received, poll).toContain('401');
    expect(server.requests).toHaveLength(2);
    expect(relay.fault()).toMatchObject({ kind: 'unauthorized', reason: 'login-refused' });
    expect(JSON.stringify([relay.fault(), relay.fault()?.message])).not.toContain('brien');
  });

  it('says that an account is needed where there is none', async () => {
    const { server, relay, program } = await watch((socket, request) => {
      socket.write(answerTo(request, '401 Unauthorized', wantsBasic));
    }, null);
    program.ask('DESCRIBE', relay.address);
    await expect.poll(() => relay.fault()?.reason, poll).toBe('login-needed');
    expect(server.requests).toHaveLength(1);
  });

  it('leads nobody to where a device redirects', async () => {
    const elsewhere = await device(() => undefined);
    const { relay, program } = await watch((socket, request) => {
      const to = elsewhere.origin.replace('http', 'rtsp');
      socket.write(answerTo(request, '302 Moved', `Location: ${to}/live`));
    });
    program.ask('DESCRIBE', relay.address);
    await expect.poll(() => program.closed, poll).toBe(true);
    expect(program.received).toBe('');
    expect(relay.fault()).toMatchObject({ kind: 'malformed-reply', reason: 'redirected' });
    expect(elsewhere.requests).toHaveLength(0);
  });

  it.each([
    [
      'RTP/AVP;unicast;source=10.9.9.9;server_port=53-54',
      'RTP/AVP;unicast;server_port=53-54;source=127.0.0.1',
    ],
    [
      'RTP/AVP/UDP;unicast;a=interleaved;Source = 10.9.9.9',
      'RTP/AVP/UDP;unicast;a=interleaved;source=127.0.0.1',
    ],
    ['RTP/AVP/TCP;interleaved=0-1;destination=10.9.9.9', 'RTP/AVP/TCP;interleaved=0-1'],
    ['RTP/AVP/TCP;interleaved=0-1,RTP/AVP;source=10.9.9.9', 'RTP/AVP/TCP;interleaved=0-1'],
  ])('lets reports go to the device alone: %s', async (sent, given) => {
    const { relay, program } = await watch((socket, request) => {
      socket.write(answerTo(request, '200 OK', `Transport: ${sent}`));
    });
    program.ask('SETUP', relay.address);
    await expect.poll(() => headerOf(program.received, 'Transport'), poll).toBe(given);
  });

  it('forgets the refusal of one transport when another is taken', async () => {
    const { relay, program } = await watch((socket, request, count) => {
      socket.write(answerTo(request, count === 1 ? '461 Unsupported Transport' : '200 OK'));
    });
    program.ask('SETUP', relay.address);
    await expect.poll(() => relay.fault()?.reason, poll).toBe('not-supported');
    program.ask('SETUP', relay.address, 8);
    await expect.poll(() => program.received, poll).toContain('200 OK');
    expect(relay.fault()).toBeNull();
  });

  it('passes packets on, however they are cut', async () => {
    const packet = `$\x00\x00\x05ab$\r\n`;
    const { relay, program } = await watch((socket, request) => {
      const bytes = Buffer.from(`${answerTo(request, '200 OK')}${packet}${packet}`, 'latin1');
      for (const byte of bytes) socket.write(Buffer.of(byte));
    });
    program.ask('PLAY', relay.address);
    await expect.poll(() => program.received.split('\r\n\r\n')[1], poll).toBe(packet + packet);
  });

  it('turns away whoever does not know the secret, and dials nothing for him', async () => {
    const { server, relay, program } = await watch((socket, request) => {
      socket.write(answerTo(request, '200 OK'));
    });
    const stranger = new Program(relay);
    stranger.ask('DESCRIBE', `${new URL(relay.address).origin}/guess`);
    stranger.ask('DESCRIBE', `rtsp://${relay.address.split('/')[2]}/`);
    await expect.poll(() => stranger.closed, poll).toBe(true);
    expect(server.sockets.size).toBe(0);
    program.ask('OPTIONS', relay.address);
    await expect.poll(() => program.received, poll).toContain('200 OK');
    const late = new Program(relay);
    await expect.poll(() => late.closed, poll).toBe(true);
    expect(late.received).toBe('');
  });

  it.each([
    ['HTTP/1.1 400 Bad Request\r\n\r\n', 'not-a-stream'],
    [`RTSP/1.0 200 OK\r\nContent-Length: 99999999\r\n\r\n`, 'not-a-stream'],
    [`RTSP/1.0 200 OK\r\nX: ${'x'.repeat(20_000)}`, 'not-a-stream'],
  ])('gives up what is no RTSP', async (bytes, reason) => {
    const { relay, program } = await watch((socket) => socket.write(bytes));
    program.ask('DESCRIBE', relay.address);
    await expect.poll(() => program.closed, poll).toBe(true);
    expect(relay.fault()?.reason).toBe(reason);
  });

  it('says that nobody answers', async () => {
    const server = await serve(() => undefined);
    await server.close();
    const relay = await relayTo(Number(new URL(server.origin).port));
    const program = new Program(relay);
    program.ask('OPTIONS', relay.address);
    await expect.poll(() => relay.fault()?.reason, poll).toBe('connection-refused');
    await expect.poll(() => program.closed, poll).toBe(true);
  });

  it('hangs up at the device when the program leaves', async () => {
    const { server, relay, program } = await watch((socket, request) => {
      socket.write(answerTo(request, '200 OK'));
    });
    program.ask('OPTIONS', relay.address);
    await expect.poll(() => server.sockets.size, poll).toBe(1);
    program.socket.destroy();
    await expect.poll(() => server.sockets.size, poll).toBe(0);
  });
});

describe('a relay to a protected device', () => {
  it('says nothing before the certificate is known to be good', async () => {
    const came: Buffer[] = [];
    const plain = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk) => {
        came.push(chunk);
        socket.end('RTSP/1.0 400 Bad Request\r\n\r\n');
      });
    });
    plain.listen(0, '127.0.0.1');
    await once(plain, 'listening');
    opened.push(() => void plain.close());
    const { port } = plain.address() as AddressInfo;
    const relay = await relayTo(port, account, true);
    const program = new Program(relay);
    program.ask('DESCRIBE', relay.address);
    await expect.poll(() => program.closed, poll).toBe(true);
    expect(relay.fault()?.reason).toBe('tls-failed');
    expect(Buffer.concat(came).toString('latin1')).not.toContain('DESCRIBE');
    expect(Buffer.concat(came)[0]).toBe(0x16);
  });
});
