import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loopbackNames } from '../access/same-site.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { PageGateway } from './page-gateway.ts';
import { askRaw, PageDevice, TestSession } from './test-page.ts';

const dashboard = 'http://127.0.0.1:7000';
const hosts = { names: new Set(loopbackNames), scheme: 'http' } as const;

let nowMs: number;
let site: PageDevice;
let device: ActiveDevice;
let other: ActiveDevice;
let gateway: PageGateway;
let session: TestSession;

beforeEach(async () => {
  nowMs = 1_763_700_000_000;
  session = new TestSession('one');
  site = new PageDevice();
  await site.listen();
  device = site.registered('d1', () => nowMs);
  other = site.registered('d2', () => nowMs);
  gateway = new PageGateway({ ports: [0], hosts, now: () => nowMs });
});

afterEach(async () => {
  await gateway.stop();
  await site.close();
});

function firstCamera(from: ActiveDevice) {
  const [camera] = from.cameras;
  if (!camera) throw new TypeError('the device has no camera');
  return camera;
}

function open(from = device, by = session, origin = dashboard) {
  return gateway.open(from, firstCamera(from), { session: by, origin });
}

interface Door {
  readonly port: number;
  readonly cookie: string;
}

async function enter(from = device, by = session): Promise<Door> {
  const { port, pathname } = new URL((await open(from, by)).url);
  const reply = await ask({ port: Number(port), cookie: '' }, pathname);
  const [cookie = ''] = reply.headers['set-cookie']?.[0]?.split(';') ?? [];
  site.asked = [];
  return { port: Number(port), cookie };
}

function ask({ port, cookie }: Door, path: string, headers = {}, method = 'GET') {
  const own = cookie === '' ? {} : { cookie };
  return askRaw(port, path, { host: `127.0.0.1:${port}`, ...own, ...headers }, method);
}

describe('a ticket', () => {
  it('lets in once and becomes a pass that no script can read', async () => {
    const { url, expiresAtMs } = await open();
    expect(expiresAtMs).toBe(nowMs + 15_000);
    const { port, pathname } = new URL(url);
    expect(pathname.slice('/__t/'.length)).toMatch(/^[\w-]{22}$/);
    const door = { port: Number(port), cookie: '' };
    const reply = await ask(door, pathname);
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe('/watch?ch=1');
    expect(reply.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await ask(door, pathname)).status).toBe(403);
  });

  it('is too old after fifteen seconds', async () => {
    const { port, pathname } = new URL((await open()).url);
    nowMs += 15_001;
    expect((await ask({ port: Number(port), cookie: '' }, pathname)).status).toBe(403);
  });

  it('is worth nothing once its session is over or may not see the camera', async () => {
    const first = new URL((await open()).url);
    session.may = () => false;
    const door = { port: Number(first.port), cookie: '' };
    expect((await ask(door, first.pathname)).status).toBe(403);
    session.may = () => true;
    const second = new URL((await open()).url);
    session.end();
    expect((await ask(door, second.pathname)).status).toBe(403);
  });

  it('is given only where the device shows its page', async () => {
    site.answer = (_, response) => response.writeHead(404).end();
    await expect(open()).rejects.toMatchObject({ reason: 'not-found' });
  });
});

describe('a pass', () => {
  it('is asked for by every request, once, at its own device, in a frame', async () => {
    const door = await enter();
    const elsewhere = await enter(other);
    const page = '/watch?ch=1';
    expect((await ask({ ...door, cookie: '' }, page)).status).toBe(403);
    expect((await ask({ ...door, cookie: `${door.cookie}; ${door.cookie}` }, page)).status).toBe(
      403,
    );
    expect((await ask({ ...door, cookie: elsewhere.cookie }, page)).status).toBe(403);
    for (const destination of ['document', 'frame', 'embed', 'object', 'serviceworker']) {
      const headers = { 'sec-fetch-dest': destination, 'sec-fetch-mode': 'navigate' };
      expect((await ask(door, page, headers)).status, destination).toBe(403);
    }
    expect((await ask(door, page, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await ask(door, page, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask(door, page, { host: 'evil.example' })).status).toBe(421);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await ask(door, page, {}, method)).status, method).toBe(405);
    }
    expect((await ask(door, '/api/system?reboot')).status).toBe(403);
    expect(site.asked).toEqual([]);
    const frame = { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' };
    expect((await ask(door, page, { ...frame, 'sec-fetch-site': 'same-site' })).status).toBe(200);
  });

  it('lasts ten minutes from its last use', async () => {
    const door = await enter();
    nowMs += 9 * 60_000;
    expect((await ask(door, '/watch')).status).toBe(200);
    nowMs += 9 * 60_000;
    expect((await ask(door, '/watch')).status).toBe(200);
    nowMs += 10 * 60_000 + 1;
    expect((await ask(door, '/watch')).status).toBe(403);
  });

  it('dies with its session and leaves those of others alone', async () => {
    const mine = await enter();
    const colleague = new TestSession('two');
    const theirs = await enter(device, colleague);
    session.end();
    expect((await ask(mine, '/watch')).status).toBe(403);
    expect((await ask(theirs, '/watch')).status).toBe(200);
    colleague.may = () => false;
    expect((await ask(theirs, '/watch')).status).toBe(403);
    colleague.may = () => true;
    expect((await ask(theirs, '/watch')).status).toBe(403);
  });

  it('shows only the cameras that its session may see', async () => {
    const door = await enter();
    session.may = (_, cameraId) => cameraId === 'd1-1';
    expect((await ask(door, '/watch?ch=1')).status).toBe(200);
    expect((await ask(door, '/watch?ch=2')).status).toBe(403);
    expect((await ask(door, '/watch')).status).toBe(403);
  });

  it('moves a camera only while its session may', async () => {
    const door = await enter();
    expect((await ask(door, '/api/ptz?ch=1&home')).status).toBe(200);
    session.may = (verb) => verb === 'view';
    expect((await ask(door, '/api/ptz?ch=1&home')).status).toBe(403);
  });

  it.each([
    ['its session ends', () => session.end()],
    ['its session may see it no more', () => session.lose()],
  ])('ends what is still coming within a second when %s', async (_, happens) => {
    site.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'video/x-flv' }).write('FLV');
    };
    const door = await enter();
    const cut = expect(ask(door, '/live.flv')).rejects.toThrow();
    await expect.poll(() => site.asked.length).toBe(1);
    const beganMs = performance.now();
    happens();
    await cut;
    expect(performance.now() - beganMs).toBeLessThan(1000);
  });
});

it('tells a session of each thing that is open, and that its camera is looked at', async () => {
  site.answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'video/x-flv' }).write('FLV');
  };
  const door = await enter();
  const cuts = ['/a.flv', '/b.flv'].map((path) => expect(ask(door, path)).rejects.toThrow());
  await expect.poll(() => session.open.size).toBe(2);
  expect(session.watched).toContain('d1-1');
  session.end();
  await Promise.all(cuts);
  await expect.poll(() => session.open.size).toBe(0);
});

describe('the door of a device', () => {
  it('closes when the device has changed', async () => {
    const door = await enter();
    await gateway.deviceChanged('d1');
    await expect(ask(door, '/watch')).rejects.toThrow();
  });

  it('closes a minute after the last use, and opens again', async () => {
    const { port } = await enter();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { url } = await open();
    await vi.advanceTimersByTimeAsync(59_999);
    expect(new URL(url).port).toBe(String(port));
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    const closed = { port, cookie: '' };
    await expect(ask(closed, new URL(url).pathname)).rejects.toThrow();
    expect((await ask(await enter(), '/watch')).status).toBe(200);
  });

  it('is one for two who come at the same moment', async () => {
    const tickets = await Promise.all([open(), open(device, new TestSession('two'))]);
    expect(new Set(tickets.map(({ url }) => new URL(url).port)).size).toBe(1);
  });

  it('stays shut when every port is taken', async () => {
    gateway = new PageGateway({ ports: [site.port], hosts, now: () => nowMs });
    await expect(open()).rejects.toMatchObject({ reason: 'too-many-connections' });
    expect(gateway.originsFor('localhost:7000')).toEqual([`http://localhost:${site.port}`]);
  });

  it('stays shut where the page would cross the network unprotected', async () => {
    for (const origin of [
      'http://192.168.1.4:7000',
      'http://wall.example.lan',
      'http://[fd00::1]',
    ]) {
      const opening = open(device, session, origin);
      await expect(opening, origin).rejects.toMatchObject({ reason: 'page-needs-tls' });
    }
    // TLS that ends in front of us does not reach a port of ours.
    const fronted = open(device, session, 'https://wall.example.lan');
    await expect(fronted).rejects.toMatchObject({ reason: 'page-needs-tls' });
    expect(site.asked).toEqual([]);
  });

  it('names the dashboard beforehand which ports it may frame', () => {
    gateway = new PageGateway({ ports: [], hosts, now: () => nowMs });
    const origins = gateway.originsFor('localhost:7000');
    expect(origins).toHaveLength(16);
    expect(origins[0]).toBe('http://localhost:7100');
    expect(origins.every((origin) => /^http:\/\/localhost:\d+$/.test(origin))).toBe(true);
  });
});
