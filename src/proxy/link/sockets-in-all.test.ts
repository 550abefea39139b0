import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, connect, endpoint, reply, serve } from './test-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

/** Speaks HTTP and RTSP on one port; whatever is endless stays open. */
const device: Answer = (socket, request) => {
  if (request.startsWith('DESCRIBE')) return;
  if (request.startsWith('GET /live')) socket.write('HTTP/1.1 200 OK\r\n\r\nabc');
  else setImmediate(() => socket.write(reply('ok')));
};

async function site(cameras: number) {
  const server = await serve(device);
  const link = connect(server.origin, { cameras: () => cameras, limits: { placeMs: 50 } });
  opened.push(link, server);
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, server.sockets.size);
  }, 1);
  opened.push({ close: async () => clearInterval(looking) });
  return { server, link, most: () => Math.max(most, server.sockets.size) };
}

const never = new AbortController().signal;

describe('trust: the sockets of one device', () => {
  it('are eight in all, over HTTP and RTSP, for calls and for streams', async () => {
    const { link, most, server } = await site(1);
    const bodies: Readable[] = [];
    for (const target of ['/live1', '/live2']) {
      bodies.push((await link.openStream(target, never)).body);
    }
    const held = ['/live3', '/live4', '/live5'].map((target) =>
      link.rtspStream({ target }, never, async (dial) => {
        const socket = dial.begin().on('error', () => undefined);
        await new Promise((resolve) => socket.once('close', resolve));
      }),
    );
    const refused = await Promise.allSettled([held[2], link.openStream('/live6', never)]);
    expect(refused.map((one) => one.status === 'rejected' && one.reason.reason)).toEqual([
      'too-many-connections',
      'too-many-connections',
    ]);
    await Promise.all(Array.from({ length: 80 }, () => link.call({ endpoint })));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        link.readFile('/still.jpg', { maximumBytes: 10, deadlineMs: 5000 }),
      ),
    );
    expect(server.requests.filter((one) => one.startsWith('GET /status'))).toHaveLength(80);
    expect(most()).toBe(8);
    for (const body of bodies) body.on('error', () => undefined).destroy();
    for (const socket of server.sockets) socket.destroy();
    await Promise.allSettled(held);
    // What was given back may be taken again.
    expect((await link.openStream('/live7', never)).status).toBe(200);
  });

  it('grow with the cameras of a recorder, but not with what it claims beyond a wall', async () => {
    const { link } = await site(500);
    const tries = await Promise.allSettled(
      Array.from({ length: 60 }, (_, number) => link.openStream(`/live${number}`, never)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(36);
  });
});
