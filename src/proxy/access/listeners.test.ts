import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageTicketSchema } from '../../api/camera.ts';
import { type MarkedDevice, register, startMarkedDevice } from '../test-site/marked-device.ts';
import { type RawReply, rawRequest, sendRaw } from '../test-site/raw-request.ts';
import { password, TestProxy } from '../test-site/test-proxy.ts';
import { Passwords } from './passwords.ts';

const proxy = new TestProxy(new Passwords());
let device: MarkedDevice;
let page: URL;

beforeAll(async () => {
  device = await startMarkedDevice(1);
  await proxy.start();
  const cameraId = await register(proxy.parts, device);
  const reply = await proxy.ask('POST', `/api/cameras/${cameraId}/page`);
  page = new URL(pageTicketSchema.parse(reply.json()).url);
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});

/** What a name that somebody has bound to us looks like here; with `*` for our port. */
const strange: readonly string[] = [
  'evil.example',
  'evil.example:*',
  '127.0.0.1.evil.example:*',
  'localhost.evil.example:*',
  'evil-localhost:*',
  '127.0.0.1@evil.example:*',
  'evil.example@127.0.0.1:*',
  '127.0.0.1:*/api',
  '127.0.0.1:* evil.example',
  '127.0.0.1:*,evil.example',
  '192.168.1.20:*',
  '169.254.169.254',
  '0.0.0.0:*',
  '0:*',
  '2130706433:*',
  '0x7f.1:*',
  '127.1:*',
  '[::ffff:127.0.0.1]:*',
  'localhost.:*',
  '',
];

type Ask = (lines: readonly string[]) => Promise<RawReply>;
const listeners: Readonly<Record<string, () => { origin: string; ask: Ask; served: number }>> = {
  'the app and its data': () => ({
    origin: proxy.origin,
    served: 200,
    ask: (lines) =>
      sendRaw(
        proxy.origin,
        rawRequest('GET', '/api/cameras', [...lines, `Cookie: ${proxy.cookie()}`]),
      ),
  }),
  'the app itself': () => ({
    origin: proxy.origin,
    served: 200,
    ask: (lines) => sendRaw(proxy.origin, rawRequest('GET', '/api/session', lines)),
  }),
  sockets: () => ({
    origin: proxy.origin,
    served: 101,
    ask: (lines) =>
      sendRaw(
        proxy.origin,
        `GET /ws/changes HTTP/1.1\r\n${[
          ...lines,
          `Origin: ${proxy.origin}`,
          `Cookie: ${proxy.cookie()}`,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ].join('\r\n')}\r\n\r\n`,
      ),
  }),
  'the page of a device': () => ({
    origin: page.origin,
    served: 303,
    ask: (lines) =>
      sendRaw(page.origin, rawRequest('GET', page.pathname, [...lines, 'Sec-Fetch-Dest: iframe'])),
  }),
};

describe('a name that is not ours', () => {
  it.each(Object.keys(listeners))('shows nothing of %s', async (name) => {
    const listener = listeners[name]?.();
    if (!listener) throw new TypeError(name);
    const { host, port } = new URL(listener.origin);
    for (const value of strange) {
      const { status, body } = await listener.ask([`Host: ${value.replace('*', port)}`]);
      expect([400, 421], value).toContain(status);
      expect(body, value).not.toContain('Marked');
    }
    for (const lines of [[], [`Host: ${host}`, 'Host: evil.example']]) {
      expect([400, 421]).toContain((await listener.ask(lines)).status);
    }
    // Last, since the ticket of a page is good for one time.
    expect((await listener.ask([`Host: ${host}`])).status).toBe(listener.served);
    expect(strange).toHaveLength(20);
  });
});

describe('five hundred who never finish their request', () => {
  it('keep nobody from signing in, and are gone within seven seconds', async () => {
    const { hostname, port } = new URL(proxy.origin);
    const openedMs = performance.now();
    const gone: Promise<number>[] = [];
    const trickles: NodeJS.Timeout[] = [];
    const sockets: Socket[] = [];
    for (let number = 0; number < 500; number += 1) {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      gone.push(
        new Promise((resolve) => {
          socket.once('close', () => resolve(performance.now() - openedMs));
        }),
      );
      socket.on('error', () => socket.destroy());
      socket.resume();
      socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Slow: `);
      trickles.push(setInterval(() => socket.write('x'), 1000));
    }
    await new Promise((resolve) => sockets.at(-1)?.once('connect', resolve));
    const tookMs: number[] = [];
    for (let number = 0; number < 3; number += 1) {
      const startedMs = performance.now();
      const reply = await proxy.ask('POST', '/api/session', { name: 'First', password }, '');
      tookMs.push(performance.now() - startedMs);
      expect(reply.status).toBe(200);
    }
    const slowest = Math.max(...(await Promise.all(gone)));
    for (const trickle of trickles) clearInterval(trickle);
    const middle = tookMs.toSorted((one, other) => one - other)[1] ?? 0;
    console.info(`500 slow sockets: sign-in ${middle} ms, all gone after ${slowest} ms`);
    expect(middle).toBeLessThan(1000);
    expect(slowest).toBeLessThan(7000);
  });
});
