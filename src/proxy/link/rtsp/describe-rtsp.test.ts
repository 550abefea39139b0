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

async function linkTo(answer: Answer, credentials: Credentials | null) {
  const server = await serve(answer);
  const origin = server.origin.replace('http:', 'rtsp:');
  const link = connect(origin, {
    credentials: () => credentials,
    limits: { callDeadlineMs: 200 },
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
    const { link: silent } = await linkTo(() => undefined, account);
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
