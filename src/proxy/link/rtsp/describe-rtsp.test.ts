import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Credentials } from '../../../protocols/protocol.ts';
import { type Answer, connect, serve } from '../test-server.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

const sdp = 'v=0\r\nm=video 0 RTP/AVP 96\r\n';
const account = { username: 'guard', password: 'on-duty' };

function answers(socket: Socket, request: string, status: string, lines: string[], body = '') {
  const number = /^CSeq: (\d+)$/m.exec(request)?.[1];
  const head = [`RTSP/1.0 ${status}`, `CSeq: ${number}`, `Content-Length: ${body.length}`];
  socket.write(`${[...head, ...lines].join('\r\n')}\r\n\r\n${body}`);
}

const camera: Answer = (socket, request) => {
  const asks = ['WWW-Authenticate: Digest realm="x", nonce="n"'];
  const described = ['Content-Type: application/sdp', 'Server: Gate'];
  if (request.includes('/gone')) answers(socket, request, '404 Not Found', []);
  else if (request.includes('/moved'))
    answers(socket, request, '302 Moved', ['Location: rtsp://h/']);
  else if (request.includes('username="guard"')) answers(socket, request, '200 OK', described, sdp);
  else answers(socket, request, '401 Unauthorized', asks);
};

async function linkTo(answer: Answer, credentials: Credentials | null, callDeadlineMs = 10_000) {
  const server = await serve(answer);
  const origin = server.origin.replace('http:', 'rtsp:');
  const link = connect(origin, {
    credentials: () => credentials,
    limits: { callDeadlineMs },
  });
  opened.push(server, link);
  return { server, link };
}

describe('a look at a stream over RTSP', () => {
  it('gives what the device says of it, and hangs up', async () => {
    const { server, link } = await linkTo(camera, account);
    const peek = await link.peek('/live?ch=1');
    expect(peek).toMatchObject({ status: 200, contentType: 'application/sdp', server: 'Gate' });
    expect(Buffer.from(peek.head).toString()).toBe(sdp);
    expect(server.requests.at(-1)).toMatch(/^DESCRIBE rtsp:\/\/127\.0\.0\.1:\d+\/live\?ch=1 /);
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  it.each([
    ['/live', null, 401],
    ['/live', { username: 'thief', password: 'x' }, 401],
    ['/gone', account, 404],
    ['/moved', account, 302],
  ])('of %s as %j gives the status %i', async (target, credentials, status) => {
    const { link } = await linkTo(camera, credentials);
    expect((await link.peek(target)).status).toBe(status);
  });

  it('says what is wrong where nothing answers, or something else does', async () => {
    const { link: silent } = await linkTo(() => undefined, account, 200);
    await expect(silent.peek('/live')).rejects.toMatchObject({ reason: 'answer-timeout' });
    const { link: other } = await linkTo(
      (socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n'),
      account,
    );
    await expect(other.peek('/live')).rejects.toMatchObject({ reason: 'not-a-stream' });
  });

  it('is all that such an address is asked', async () => {
    const { server, link } = await linkTo(camera, account);
    const limits = { maximumBytes: 10, deadlineMs: 1000 };
    await expect(link.readFile('/live', limits)).rejects.toMatchObject({ reason: 'not-supported' });
    expect(server.requests).toEqual([]);
  });
});

describe('trust: the password on a road that everybody can listen to', () => {
  const opening: Readonly<Record<string, string>> = {
    basic: 'WWW-Authenticate: Basic realm="x"',
    both: 'WWW-Authenticate: Basic realm="x"\r\nWWW-Authenticate: Digest realm="x", nonce="n"',
  };

  async function plainStreamOf(scheme: 'http' | 'https', kind: string) {
    const server = await serve((socket, request) => {
      const known = request.includes('Authorization: ');
      if (known) answers(socket, request, '200 OK', ['Content-Type: application/sdp'], sdp);
      else answers(socket, request, '401 Unauthorized', [opening[kind] ?? '']);
    });
    const link = connect(`${scheme}://127.0.0.1:1`, { credentials: () => account });
    opened.push(server, link);
    const port = Number(new URL(server.origin).port);
    return { server, look: () => link.describe({ target: '/h264', port }) };
  }

  it('is not shown by Basic where the device was added by a secure address', async () => {
    const { server, look } = await plainStreamOf('https', 'basic');
    await expect(look()).rejects.toMatchObject({ kind: 'forbidden', reason: 'password-in-clear' });
    expect(server.requests.join('\n')).not.toContain('Authorization');
    await expect.poll(() => server.sockets.size).toBe(0);
  });

  it('is proven by Digest instead, where the device offers both', async () => {
    const { server, look } = await plainStreamOf('https', 'both');
    expect((await look()).status).toBe(200);
    expect(server.requests.at(-1)).toMatch(/^Authorization: Digest /m);
    expect(server.requests.join('\n')).not.toContain('Authorization: Basic');
  });

  it('is shown where the device itself was added without encryption', async () => {
    const { server, look } = await plainStreamOf('http', 'basic');
    expect((await look()).status).toBe(200);
    expect(server.requests.at(-1)).toMatch(/^Authorization: Basic /m);
  });
});

describe('a server that takes its source down after each look', () => {
  it('is asked again after a rest, and no more often than it makes sense', async () => {
    let busyTimes = 2;
    const { link } = await linkTo((socket, request) => {
      busyTimes -= 1;
      if (busyTimes >= 0) answers(socket, request, '503 Service Unavailable', []);
      else camera(socket, request, 0);
    }, account);
    expect((await link.peek('/live')).status).toBe(200);
    busyTimes = 99;
    expect((await link.peek('/live')).status).toBe(503);
    expect(99 - busyTimes).toBe(4);
  });

  it('does not keep whoever closes the link', async () => {
    const { server, link } = await linkTo(
      (socket, request) => answers(socket, request, '503 Service Unavailable', []),
      account,
    );
    const look = link.peek('/live');
    await expect.poll(() => server.requests.length).toBe(1);
    await link.close();
    await expect(look).rejects.toMatchObject({ reason: 'stopped' });
  });
});

describe('a description that is packed', () => {
  it('is refused', async () => {
    const { link } = await linkTo(
      (socket, request) => answers(socket, request, '200 OK', ['Content-Encoding: gzip'], sdp),
      account,
    );
    await expect(link.peek('/live')).rejects.toMatchObject({ reason: 'encoding-refused' });
  });
});
