import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { loopbackNames } from '../access/same-site.ts';
import { PageGateway } from './page-gateway.ts';
import { isSubscription } from './page-socket.ts';
import { askRaw, PageDevice, TestSession } from './test-page.ts';

let site: PageDevice;
let gateway: PageGateway;
let session: TestSession;
let port: number;
let cookie: string;

beforeEach(async () => {
  site = new PageDevice();
  await site.listen();
  session = new TestSession('one');
  const device = site.registered('d1', Date.now);
  gateway = new PageGateway({
    ports: [0],
    hosts: { names: new Set(loopbackNames), scheme: 'http' },
    now: Date.now,
  });
  const [camera] = device.cameras;
  if (!camera) throw new TypeError('the device has no camera');
  const opened = await gateway.open(device, camera, { session, origin: 'http://127.0.0.1:7000' });
  const ticket = new URL(opened.url);
  port = Number(ticket.port);
  const entered = await askRaw(port, ticket.pathname, { host: ticket.host });
  [cookie = ''] = entered.headers['set-cookie']?.[0]?.split(';') ?? [];
  site.asked = [];
});

afterEach(async () => {
  await gateway.stop();
  await site.close();
});

interface Dial {
  readonly path?: string;
  readonly origin?: string;
  readonly cookie?: string;
}

function dial({ path = '/wsapi/events?topics=x', origin, cookie: own }: Dial = {}): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    headers: { cookie: own ?? cookie, origin: origin ?? `http://127.0.0.1:${port}` },
  });
}

/** The status that refused a socket, or 101. */
function statusOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (asked, reply) => {
      asked.destroy();
      resolve(reply.statusCode ?? 0);
    });
    socket.on('open', () => resolve(101));
    socket.on('error', reject);
  });
}

describe('a socket of a page', () => {
  it('is joined to the device, without accounts and with ours', async () => {
    const socket = dial({ path: '/wsapi/events?topics=x&auth=tossed' });
    const [text] = await once(socket, 'message');
    expect(String(text)).toBe('{"stream":"rtsp://10.0.0.4/1"}');
    expect(site.asked[0]?.url).toBe('/wsapi/events?topics=x');
    expect(site.asked[0]?.headers.authorization).toBe(`Basic ${btoa('guard:canary')}`);
    expect(JSON.stringify(site.asked[0]?.rawHeaders)).not.toMatch(/watchfloor|127\.0\.0\.1:7000/);
    expect(site.asked[0]?.headers.origin).toBeUndefined();
    socket.send('{"action":"reboot"}');
    socket.send('{"type":"subscribe","topics":["LPR"]}');
    await expect.poll(() => site.said).toEqual(['{"type":"subscribe","topics":["LPR"]}']);
    socket.close();
    await expect.poll(() => site.sockets.size).toBe(0);
  });

  it.each<[string, Dial]>([
    ['without a pass', { cookie: '' }],
    ['of the dashboard', { origin: 'http://127.0.0.1:7000' }],
    ['of another name', { origin: 'http://localhost:7000' }],
    ['of nobody', { origin: 'null' }],
    ['to what the document does not know', { path: '/wsapi/other' }],
    ['to what acts', { path: '/wsapi/export' }],
    ['to the page itself', { path: '/watch' }],
  ])('is refused %s', async (_, wish) => {
    expect(await statusOf(dial(wish))).toBe(403);
    expect(site.asked).toEqual([]);
  });

  it.each([
    ['its session ends', () => session.end()],
    ['its session may see the camera no more', () => session.lose()],
    ['the device changes', () => void gateway.deviceChanged('d1')],
  ])('closes on both sides within a second when %s', async (_, happens) => {
    const socket = dial();
    await once(socket, 'message');
    const beganMs = performance.now();
    happens();
    await once(socket, 'close');
    expect(performance.now() - beganMs).toBeLessThan(1000);
    await expect.poll(() => site.sockets.size).toBe(0);
  });

  it('closes on bytes, on a flood and on a message without end', async () => {
    const closes = async (send: (socket: WebSocket) => void) => {
      const socket = dial();
      await once(socket, 'message');
      send(socket);
      const [code] = await once(socket, 'close');
      return code as number;
    };
    expect(await closes((socket) => socket.send(Buffer.from('x')))).toBe(1008);
    expect(
      await closes((socket) => {
        for (let count = 0; count <= 1000; count += 1) socket.send('{}');
      }),
    ).toBe(1008);
    expect(await closes((socket) => socket.send('x'.repeat(1024 * 1024 + 1)))).toBe(1009);
    expect(site.said).toEqual([]);
  });

  it('closes when the device does', async () => {
    const socket = dial();
    await once(socket, 'message');
    for (const far of site.sockets) far.close();
    const [code] = await once(socket, 'close');
    expect(code).toBe(1001);
  });
});

describe('isSubscription', () => {
  const everything = {
    seesAll: true,
    sees: () => true,
    controlsAll: true,
    controls: () => true,
  };
  const onlyFirst = { ...everything, seesAll: false, sees: (channel: string) => channel === '1' };

  it.each([
    '{"type":"subscribe","topics":["LPR"]}',
    '{"action":"unsubscribe","topics":"LPR"}',
    '{"cmd":"subscribeEvents","topics":["LPR"],"ch":[1,2]}',
  ])('knows %s', (text) => expect(isSubscription(text, everything)).toBe(true));

  it.each([
    ...[
      '',
      'subscribe',
      '[]',
      'null',
      '{"type":"reboot"}',
      '{"topics":["LPR"]}',
      '{"type":"ping"}',
    ],
    ...['{"type":"subscribe","action":"reboot"}', '{"type":"subscribe","auth":"x"}'],
    ...['{"type":"subscribe","next":{"type":"reboot"}}', '{"type":["subscribe","reboot"]}'],
    `{"type":"subscribe","topics":"${'x'.repeat(5000)}"}`,
  ])('stops %.60s', (text) => expect(isSubscription(text, everything)).toBe(false));

  it('lets nobody hear of a camera that is not his', () => {
    const about = (ch: string) => isSubscription(`{"type":"subscribe"${ch}}`, onlyFirst);
    expect([about(',"ch":[1]'), about(',"ch":"1"')]).toEqual([true, true]);
    expect([about(''), about(',"ch":[1,2]'), about(',"ch":"1,2"')]).toEqual([false, false, false]);
  });
});
