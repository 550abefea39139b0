import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noCapabilities } from '../../domain/camera.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import { loopbackNames } from '../access/same-site.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { ActiveDevice, sealPassword } from '../registry/active-device.ts';
import { Sealer } from '../registry/sealer.ts';
import { PageGateway } from './page-gateway.ts';

const dashboard = '127.0.0.1:7000';
const sealer = new Sealer(Buffer.alloc(32, 3));
const protocol: Protocol = {
  id: 'fake',
  name: 'Fake',
  document: 'None',
  defaultPort: 80,
  authentication: { kind: 'basic' },
  transport: 'standard',
  endpoints: [],
  recognition: { target: () => '/', judge: () => null },
  operations: {},
};

let nowMs: number;
let server: Server;
let asked: IncomingMessage[];
let device: ActiveDevice;
let gateway: PageGateway;
let other: ActiveDevice;

beforeEach(async () => {
  nowMs = 1_763_700_000_000;
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': 'device=1',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'",
      'access-control-allow-origin': '*',
      'x-device': 'secret',
    });
    response.end('<html>a page</html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  device = makeDevice('d1');
  other = makeDevice('d2');
  gateway = new PageGateway([], { names: new Set(loopbackNames), scheme: 'http' }, () => nowMs);
});

afterEach(async () => {
  await gateway.stop();
  await device.connection?.close();
  await other.connection?.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function makeDevice(id: string): ActiveDevice {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const row = {
    id,
    name: id,
    protocolId: 'fake',
    origin: `http://127.0.0.1:${port}`,
    entryTarget: '/',
    username: 'guard',
  };
  const description = {
    capabilities: noCapabilities,
    streams: [{ id: 'page', kind: 'page', quality: 'main', target: '/watch?ch=1' } as const],
  };
  const camera = {
    id: `c-${id}`,
    deviceId: id,
    channel: '1',
    number: 1,
    name: 'Gate',
    enabled: true,
    description,
  };
  const made = new ActiveDevice(
    {
      row,
      protocol,
      sealedPassword: sealPassword(sealer, row, 'canary'),
      cameras: [{ row: camera, state: 'connected', stateSinceMs: 0 }],
    },
    {
      sealer,
      addresses: new AddressPolicy({ allowLoopback: true }),
      nowMs,
      connect: (target) => new DeviceConnection(target, { now: () => nowMs, random: () => 0.5 }),
    },
  );
  return made;
}

async function open(from = device) {
  const [camera] = from.cameras;
  if (!camera) throw new TypeError('the device has no camera');
  return gateway.open(from, camera, dashboard);
}

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url, { method, headers, redirect: 'manual' });

async function enter(from = device) {
  const { url } = await open(from);
  const reply = await get(url);
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { origin: new URL(url).origin, reply, cookie };
}

describe('PageGateway', () => {
  it('lets a ticket in once and hands out a pass that no script can read', async () => {
    const { url, expiresAtMs } = await open();
    expect(expiresAtMs).toBe(nowMs + 15_000);
    const reply = await get(url);
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/watch?ch=1');
    expect(reply.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect((await get(url)).status).toBe(403);
  });

  it('refuses a ticket after fifteen seconds', async () => {
    const { url } = await open();
    nowMs += 15_001;
    expect((await get(url)).status).toBe(403);
  });

  it('adds the account towards the device and takes everything of the browser away', async () => {
    const { origin, cookie } = await enter();
    const browser = {
      cookie: `${cookie}; sid=dashboard`,
      authorization: 'Bearer x',
      referer: 'http://x/',
    };
    const page = await get(`${origin}/watch?ch=1&auth=x`, browser);
    expect([page.status, await page.text()]).toEqual([200, '<html>a page</html>']);
    expect(asked[0]?.url).toBe('/watch?ch=1');
    expect(asked[0]?.headers.authorization).toBe(`Basic ${btoa('guard:canary')}`);
    expect(JSON.stringify(asked[0]?.rawHeaders)).not.toMatch(
      /dashboard|Bearer|referer|watchfloor/i,
    );
  });

  it('cages the page and passes none of its headers on', async () => {
    const { origin, cookie } = await enter();
    const { headers } = await get(`${origin}/watch?ch=1`, { cookie });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`frame-ancestors http://${dashboard}`);
    expect(policy).toContain('sandbox allow-scripts allow-same-origin');
    expect(policy).not.toContain("'none', ");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    for (const name of [
      'set-cookie',
      'x-frame-options',
      'access-control-allow-origin',
      'x-device',
    ]) {
      expect(headers.get(name), name).toBeNull();
    }
  });

  it('shows nothing without a pass, to another device, as another method or alone in a window', async () => {
    const { origin, cookie } = await enter();
    const elsewhere = await enter(other);
    const page = `${origin}/watch?ch=1`;
    expect((await get(page)).status).toBe(403);
    expect((await get(page, { cookie: `${cookie}; ${cookie}` })).status).toBe(403);
    expect((await get(page, { cookie: elsewhere.cookie })).status).toBe(403);
    expect((await get(page, { cookie }, 'POST')).status).toBe(405);
    expect((await get(page, { cookie, 'sec-fetch-dest': 'document' })).status).toBe(403);
    expect((await get(`${origin}/api/anything`, { cookie })).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('takes an old pass no more, and a used one for ten minutes longer', async () => {
    const { origin, cookie } = await enter();
    nowMs += 9 * 60_000;
    expect((await get(`${origin}/watch`, { cookie })).status).toBe(200);
    nowMs += 9 * 60_000;
    expect((await get(`${origin}/watch`, { cookie })).status).toBe(200);
    nowMs += 10 * 60_000 + 1;
    expect((await get(`${origin}/watch`, { cookie })).status).toBe(403);
  });

  it('closes the door of a device that has changed', async () => {
    const { origin, cookie } = await enter();
    await gateway.deviceChanged('d1');
    await expect(get(`${origin}/watch`, { cookie })).rejects.toThrow();
  });

  it('closes it a minute after the last use, and opens it again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { url } = await open();
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    await expect(get(url)).rejects.toThrow();
    expect((await enter()).reply.status).toBe(303);
  });

  it('says so when every port is taken', async () => {
    const taken = server.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    const full = new PageGateway(
      [port],
      { names: new Set(loopbackNames), scheme: 'http' },
      () => nowMs,
    );
    const [camera] = device.cameras;
    if (!camera) throw new TypeError('the device has no camera');
    await expect(full.open(device, camera, dashboard)).rejects.toMatchObject({
      reason: 'too-many-connections',
    });
    expect(full.originsFor('localhost:7000')).toEqual([`http://localhost:${port}`]);
    await full.stop();
  });
});
