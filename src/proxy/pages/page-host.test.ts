import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loopbackNames } from '../access/same-site.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { isSameSite, pageLabel } from './page-address.ts';
import { PageGateway } from './page-gateway.ts';
import { askRaw, PageDevice, TestSession } from './test-page.ts';

const base = 'cams.localhost';
let site: PageDevice;
let device: ActiveDevice;
let other: ActiveDevice;
let gateway: PageGateway;
let server: Server;
let port: number;

beforeEach(async () => {
  site = new PageDevice();
  await site.listen();
  device = site.registered('d1', Date.now);
  other = site.registered('d2', Date.now);
  gateway = new PageGateway({
    ports: [],
    base,
    hosts: { names: new Set([...loopbackNames, base]), scheme: 'http' },
    now: Date.now,
  });
  server = createServer((request, response) => {
    if (!gateway.handle(request, response)) response.end('dashboard');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterEach(async () => {
  await gateway.stop();
  await site.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function open(from: ActiveDevice, origin: string): Promise<URL> {
  const [camera] = from.cameras;
  if (!camera) throw new TypeError('the device has no camera');
  const visitor = { session: new TestSession('one'), origin };
  return new URL((await gateway.open(from, camera, visitor)).url);
}

describe('a host below the base', () => {
  it('is the same for a device each time, another for another, and says nothing of either', async () => {
    const origin = `http://${base}:${port}`;
    const first = await open(device, origin);
    expect(first.hostname).toBe(`${pageLabel('d1')}.${base}`);
    expect(first.port).toBe(String(port));
    expect((await open(device, origin)).hostname).toBe(first.hostname);
    expect((await open(other, origin)).hostname).not.toBe(first.hostname);
    expect(first.hostname).not.toContain('d1');
    expect(gateway.originsFor(`${base}:${port}`)).toEqual([`http://*.${base}:${port}`]);
  });

  it('shows the page on the listener of the dashboard, to its own cookie only', async () => {
    const ticket = await open(device, `http://${base}:${port}`);
    const entered = await askRaw(port, ticket.pathname, { host: ticket.host });
    expect(entered.status).toBe(303);
    const line = entered.headers['set-cookie']?.[0] ?? '';
    expect(line).not.toContain('Domain');
    const [cookie = ''] = line.split(';');
    const page = await askRaw(port, '/watch?ch=1', { host: ticket.host, cookie });
    expect([page.status, page.text.includes('a page')]).toEqual([200, true]);
    expect(page.headers['content-security-policy']).toContain(
      `frame-ancestors http://${base}:${port};`,
    );
    const elsewhere = await open(other, `http://${base}:${port}`);
    const foreign = await askRaw(port, '/watch?ch=1', { host: elsewhere.host, cookie });
    expect(foreign.status).toBe(403);
  });

  it('promises more to a browser that came by https', async () => {
    const ticket = await open(device, 'https://wall.cams.localhost');
    expect(ticket.origin).toBe(`https://${pageLabel('d1')}.${base}`);
    const entered = await askRaw(port, ticket.pathname, { host: ticket.host });
    expect(entered.headers['set-cookie']?.[0]).toMatch(
      /^__Host-watchfloor-page-host=[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(entered.headers['content-security-policy']).toContain(`'self' wss://${ticket.host};`);
  });

  it('answers no device that is not open, and leaves every other host alone', async () => {
    const host = (name: string) => askRaw(port, '/watch', { host: `${name}:${port}` });
    expect((await host(`${pageLabel('d9')}.${base}`)).status).toBe(421);
    expect((await host(base)).text).toBe('dashboard');
    expect((await host('localhost')).text).toBe('dashboard');
  });

  it('is not used where its cookie would not come along', async () => {
    const ticket = await open(device, `http://127.0.0.1:${port}`);
    expect(ticket.hostname).toBe('127.0.0.1');
    expect(ticket.port).not.toBe(String(port));
  });

  it.each([
    ['wall.example.lan', 'cams.example.lan', true],
    ['example.lan', 'cams.example.lan', true],
    ['cams.localhost', 'cams.localhost', true],
    ['localhost', 'cams.localhost', false],
    ['badexample.lan', 'cams.example.lan', false],
    ['127.0.0.1', 'cams.example.lan', false],
  ])('%s and hosts below %s are one site: %s', (name, below, same) => {
    expect(isSameSite(name, below)).toBe(same);
  });
});
