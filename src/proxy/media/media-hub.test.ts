import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeCodes } from '../../api/routes.ts';
import { type Answer, reply, serve } from '../link/test-server.ts';
import { type HubBench, hubBench } from './test-hub.ts';
import { bareLines, lengthless, padded, part, picture, plain } from './test-pictures.ts';

const opened: HubBench[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(opened.splice(0).map((bench) => bench.close()));
});

async function bench(...values: Parameters<typeof hubBench>): Promise<HubBench> {
  const made = await hubBench(...values);
  opened.push(made);
  return made;
}

const streamHead =
  'HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=ipcamera\r\n\r\n';
const poll = { timeout: 5000, interval: 10 };

/** Keeps every stream that is open, so that the test decides when a picture comes. */
function camera() {
  const sockets = new Set<Socket>();
  let number = 0;
  const answer: Answer = (socket) => {
    socket.write(streamHead);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  return {
    answer,
    sockets,
    show: (given?: Buffer) => {
      number += 1;
      const body = given ?? picture(number, 2000);
      for (const socket of sockets) socket.write(part(plain, body));
      return body;
    },
  };
}

describe('a stream of pictures', () => {
  it('is fetched once for fifty windows, and left soon after the last of them', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const windows = await Promise.all(Array.from({ length: 50 }, () => at.frames()));
    for (const window of windows) window.watch('t');
    await expect.poll(() => at.hub.statistics().viewers, poll).toBe(50);
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    const shown = [device.show(), device.show(), device.show()];
    await expect
      .poll(() => windows.every((window) => window.packets.length === 3), poll)
      .toBe(true);
    for (const window of windows) {
      expect(window.packets.map((packet) => packet.picture)).toEqual(shown);
    }
    expect(at.server.requests).toHaveLength(1);
    const leftAtMs = performance.now();
    for (const window of windows) window.socket.close();
    await expect.poll(() => device.sockets.size, poll).toBe(0);
    expect(performance.now() - leftAtMs).toBeLessThan(2000);
    await expect
      .poll(() => at.hub.statistics(), poll)
      .toMatchObject({ feeds: 0, upstreams: 0, viewers: 0, windows: 0 });
  });

  it('survives a change of layout without a new dial', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const window = await at.frames();
    window.watch('one');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    window.ask({ type: 'unwatch', tile: 'one' });
    window.watch('two');
    await expect
      .poll(() => window.notices.filter(({ type }) => type === 'feed').length, poll)
      .toBe(2);
    device.show();
    await expect.poll(() => window.packets.length, poll).toBe(1);
    expect(at.server.requests).toHaveLength(1);
  });

  it('shows its newest picture at once to whoever comes later', async () => {
    const device = camera();
    const at = await bench(device.answer, { now: () => 1_700_000_000_123 });
    const first = await at.frames();
    first.watch('a');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    device.show();
    const newest = device.show();
    await expect.poll(() => first.packets.length, poll).toBe(2);
    const second = await at.frames();
    second.watch('b');
    await expect.poll(() => second.packets.length, poll).toBe(1);
    expect(second.packets[0]?.picture).toEqual(newest);
    expect(second.packets[0]?.header).toMatchObject({
      receivedAtMs: 1_700_000_000_123,
      repeated: false,
    });
    expect(second.phases).toEqual(['live']);
    first.watch('a2');
    await expect.poll(() => first.packets.length, poll).toBe(3);
  });

  it('that repeats itself to the byte is told from one that lives', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const window = await at.frames();
    window.watch('a');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    const frozen = device.show();
    await expect.poll(() => window.packets.length, poll).toBe(1);
    for (let n = 0; n < 20; n += 1) device.show(frozen);
    await expect.poll(() => window.packets.length, poll).toBe(2);
    expect(window.packets[1]).toMatchObject({
      header: { repeated: true },
      picture: Buffer.alloc(0),
    });
    const alive = device.show();
    await expect.poll(() => window.packets.length, poll).toBe(3);
    expect(window.packets[2]?.picture).toEqual(alive);
  });

  it('of stills is polled, once at a time', async () => {
    let number = 0;
    const at = await bench((socket) => {
      number += 1;
      socket.write(reply(picture(number, 500), 'text/html'));
    });
    const window = await at.frames();
    window.watch('a', 'still');
    await expect.poll(() => window.packets.length, poll).toBe(2);
    expect(window.packets.map((packet) => packet.picture)).toEqual([
      picture(1, 500),
      picture(2, 500),
    ]);
    expect(at.server.sockets.size).toBe(1);
  });
});

/** A chunked body as HTTP/1.1 writes it. */
const chunked = (body: Buffer) =>
  Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]);

describe('a stream as it is sent by', () => {
  it.each([
    [
      'motion',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: multipart/x-mixed-replace; boundary=BoundaryString\r\n\r\n',
      (body: Buffer) => chunked(part(padded, body)),
    ],
    [
      'ffmpeg',
      'HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream\r\nconnection: close\r\n\r\n',
      (body: Buffer) => part(lengthless, body),
    ],
    [
      'VLC',
      'HTTP/1.0 200 OK\r\nContent-type: multipart/x-mixed-replace; boundary=7b3cc56e\r\n\r\n',
      (body: Buffer) => part({ ...plain, boundary: '--7b3cc56e' }, body),
    ],
    [
      'ustreamer',
      'HTTP/1.0 200 OK\r\nSet-Cookie: stream_client=1; path=/\r\nContent-Type: multipart/x-mixed-replace;boundary=boundarydonotcross\r\n\r\n',
      (body: Buffer) =>
        part({ ...plain, header: (n) => ['X-Timestamp: 1.5', `Content-Length: ${n}`] }, body),
    ],
    [
      'a device with bare line feeds',
      'HTTP/1.0 200 OK\nContent-Type: multipart/x-mixed-replace;boundary=--\n\n',
      (body: Buffer) => part(bareLines, body),
    ],
  ] as const)('%s is shown', async (_name, head, framed) => {
    const bodies = Array.from({ length: 5 }, (_, n) => picture(n, 3000 + n));
    const at = await bench((socket) => {
      socket.write(head);
      for (const body of bodies) socket.write(framed(body));
    });
    const window = await at.frames();
    window.watch('a');
    await expect.poll(() => window.packets.length, poll).toBe(bodies.length);
    expect(window.packets.map((packet) => packet.picture)).toEqual(bodies);
    const sockets = at.server.sockets.size;
    window.socket.close();
    await expect.poll(() => at.server.sockets.size, poll).toBe(0);
    expect(sockets).toBe(1);
  });
});

describe('a broken stream', () => {
  it('comes back by itself, and tells its viewers of each step', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const window = await at.frames();
    window.watch('a');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    device.show();
    await expect.poll(() => window.packets.length, poll).toBe(1);
    for (const socket of device.sockets) socket.resetAndDestroy();
    const brokenAtMs = performance.now();
    await expect.poll(() => at.server.requests.length, poll).toBe(2);
    device.show();
    await expect.poll(() => window.packets.length, poll).toBe(2);
    expect(performance.now() - brokenAtMs).toBeLessThan(2000);
    expect(window.phases).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live']);
    const waiting = window.notices.find(
      (notice) => notice.type === 'phase' && notice.phase === 'waiting',
    );
    expect(waiting).toMatchObject({
      problem: { kind: 'unreachable', reason: 'connection-lost' },
      attempt: 1,
      retryInMs: 250,
    });
  });

  it('is tried at once when a person asks, instead of at the next step of the ladder', async () => {
    const at = await bench((socket) => socket.destroy());
    const window = await at.frames();
    window.watch('a');
    const attempts = () => window.notices.filter((one) => one.type === 'phase' && one.attempt);
    await expect.poll(() => attempts().at(-1), poll).toMatchObject({ attempt: 4, retryInMs: 2000 });
    const tried = at.server.requests.length;
    window.ask({ type: 'retry', tile: 'a' });
    window.ask({ type: 'retry', tile: 'nobody' });
    await expect
      .poll(() => at.server.requests.length, { timeout: 1600, interval: 10 })
      .toBe(tried + 1);
    expect(window.closed).toBeNull();
  });

  it('of a device that was gone is woken by the first success of any other', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const port = Number(new URL(at.server.origin).port);
    await at.server.close();
    const window = await at.frames();
    window.watch('a');
    await expect
      .poll(() => window.phases.filter((phase) => phase === 'waiting').length, poll)
      .toBe(4);
    at.server = await serve(device.answer, port);
    const controller = new AbortController();
    const { body } = await at.link.openStream('/other', controller.signal);
    await expect.poll(() => device.sockets.size, { timeout: 1500, interval: 5 }).toBe(2);
    body.destroy();
  });

  it('that falls silent is called stalled within the limit, and dialled again', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const window = await at.frames();
    window.watch('a');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    device.show();
    const silentSinceMs = performance.now();
    await expect.poll(() => window.phases.includes('stalled'), poll).toBe(true);
    expect(performance.now() - silentSinceMs).toBeLessThan(4000);
    await expect.poll(() => at.server.requests.length, poll).toBe(2);
  });

  it('with a wrong password is refused, and live as soon as the right one is saved', async () => {
    let password = 'wrong';
    const right = `Basic ${Buffer.from('admin:right').toString('base64')}`;
    const device = camera();
    const at = await bench(
      (socket, request, count) =>
        request.includes(right)
          ? device.answer(socket, request, count)
          : void socket.end(reply('no', 'text/html', '401 No')),
      { credentials: () => ({ username: 'admin', password }) },
    );
    const window = await at.frames();
    window.watch('a');
    await expect
      .poll(() => window.phases.filter((phase) => phase === 'refused').length, poll)
      .toBe(3);
    expect(at.server.requests).toHaveLength(2);
    expect(window.notices.at(-1)).toMatchObject({ problem: { reason: 'login-refused' } });
    password = 'right';
    at.link.credentialsChanged();
    at.hub.deviceChanged('device-1');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    device.show();
    await expect.poll(() => window.phases.at(-1), poll).toBe('live');
  });

  it.each([
    ['a page', reply('<html>Sign in</html>', 'text/html'), 'html-page'],
    ['nothing', reply('', 'image/jpeg'), 'connection-lost'],
    ['a redirect', reply('', 'text/html', '302 Found'), 'redirected'],
  ])('that is %s is not shown', async (_name, bytes, reason) => {
    const at = await bench((socket) => socket.end(bytes));
    const window = await at.frames();
    window.watch('a');
    await expect.poll(() => window.phases.includes('waiting'), poll).toBe(true);
    expect(window.notices.at(-1)).toMatchObject({ problem: { reason } });
    expect(window.packets).toEqual([]);
  });
});

describe('a window', () => {
  it.each([
    ['unknown camera', 'main', 'nobody', 'not-found'],
    ['unknown stream', 'none', 'camera', 'not-found'],
    ['stream of another kind', 'hls', 'camera', 'not-supported'],
  ])('that asks for an %s is refused that tile alone', async (_name, stream, camera_, reason) => {
    const at = await bench(camera().answer);
    const window = await at.frames();
    window.watch('t', stream, camera_);
    await expect.poll(() => window.notices.length, poll).toBe(1);
    expect(window.notices[0]).toMatchObject({ type: 'refused', tile: 't', problem: { reason } });
    expect(window.closed).toBeNull();
  });

  it.each([
    ['no JSON', 'hello'],
    ['something else', '{"type":"reboot"}'],
    ['more than was asked', '{"type":"unwatch","tile":"a","role":"admin"}'],
    ['bytes', Buffer.from([1, 2, 3])],
  ])('that sends %s is closed', async (_name, message) => {
    const at = await bench(camera().answer);
    const window = await at.frames();
    window.socket.send(message);
    await expect.poll(() => window.closed, poll).toMatchObject({ code: closeCodes.problem });
    expect(JSON.parse(window.closed?.reason ?? '')).toMatchObject({ kind: 'invalid-input' });
  });

  it('shows at most 128 tiles', async () => {
    const at = await bench(camera().answer);
    const window = await at.frames();
    for (let n = 0; n < 129; n += 1) window.watch(`t${n}`);
    await expect.poll(() => window.notices.some(({ type }) => type === 'refused'), poll).toBe(true);
    expect(window.notices.filter(({ type }) => type === 'feed')).toHaveLength(128);
  });

  it('that reads nothing costs at most 8 MiB, is closed, and holds nobody up', async () => {
    const device = camera();
    const at = await bench(device.answer);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const [late, eager] = [await at.frames(), await at.frames()];
    for (const window of [late, eager]) window.watch('t');
    await vi.waitFor(() => expect(device.sockets.size).toBe(1), poll);
    late.socket.pause();
    const big = Array.from({ length: 60 }, (_, n) => picture(n, 400_000));
    let most = 0;
    for (const [index, body] of big.entries()) {
      device.show(body);
      await vi.waitFor(() => expect(eager.packets.length).toBe(index + 1), poll);
      most = Math.max(most, ...at.accepted.map((socket) => socket.bufferedAmount));
    }
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(8 * 1024 * 1024);
    expect(at.hub.statistics().framesSkipped).toBeGreaterThan(20);
    const before = at.hub.statistics().windows;
    vi.advanceTimersByTime(16_000);
    expect(at.hub.statistics().windows).toBe(before - 1);
    device.show();
    await vi.waitFor(() => expect(eager.packets.length).toBe(big.length + 1), poll);
  }, 20_000);
});

describe('a still picture', () => {
  it('is the device’s own where it has one, taken once for all who ask together', async () => {
    const at = await bench((socket) => socket.write(reply(picture(5, 900), 'image/jpeg')));
    at.snapshotTarget = '/snap.jpg';
    const taken = await Promise.all([at.hub.snapshot('camera'), at.hub.snapshot('camera')]);
    expect(taken.map(({ bytes }) => bytes)).toEqual([picture(5, 900), picture(5, 900)]);
    expect(at.server.requests).toHaveLength(1);
  });

  it('is else the next one of its stream, which is left again', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const taken = at.hub.snapshot('camera');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    const shown = device.show();
    expect((await taken).bytes).toEqual(shown);
    await expect.poll(() => device.sockets.size, poll).toBe(0);
  });

  it('is refused where there is no way to one, or something else comes', async () => {
    const at = await bench((socket) => socket.write(reply('<svg onload="x()"/>', 'image/jpeg')));
    await expect(at.hub.snapshot('blind')).rejects.toMatchObject({ reason: 'not-supported' });
    at.snapshotTarget = '/snap.jpg';
    await expect(at.hub.snapshot('camera')).rejects.toMatchObject({ reason: 'html-page' });
  });
});

describe('stopping', () => {
  it('leaves no socket, no viewer and nothing that dials', async () => {
    const device = camera();
    const at = await bench(device.answer);
    const window = await at.frames();
    window.watch('a');
    await expect.poll(() => device.sockets.size, poll).toBe(1);
    await at.hub.stop();
    await expect.poll(() => [device.sockets.size, window.closed?.code], poll).toEqual([0, 1001]);
    expect(at.hub.statistics()).toMatchObject({ feeds: 0, windows: 0, viewers: 0 });
    expect(at.server.requests).toHaveLength(1);
  });
});
