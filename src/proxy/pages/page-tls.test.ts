import { createServer } from 'node:https';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loopbackNames } from '../access/same-site.ts';
import { readOptions } from '../proxy-options.ts';
import type { ListenerSecurity } from '../tls/listener-security.ts';
import { makeAuthority, makeLeaf } from '../tls/make-certificates.ts';
import { askSecurely } from '../tls/test-ask.ts';
import { testNames } from '../tls/test-client.ts';
import { PageGateway } from './page-gateway.ts';
import { PageDevice, TestSession } from './test-page.ts';

let site: PageDevice;
let gateway: PageGateway;
let ca: string;

beforeEach(async () => {
  site = new PageDevice();
  await site.listen();
  const authority = await makeAuthority(testNames, Date.now());
  const { key, certificate } = await makeLeaf(authority, testNames, Date.now());
  ca = authority.certificate;
  const security: ListenerSecurity = {
    scheme: 'https',
    createServer: (options, answer) => createServer({ ...options, key, cert: certificate }, answer),
  };
  const hosts = { names: new Set(loopbackNames), scheme: 'https' } as const;
  gateway = new PageGateway({ ports: [0], hosts, security, now: Date.now });
});

afterEach(async () => {
  await gateway.stop();
  await site.close();
});

it('serves a page by TLS where the dashboard is, with a cookie that no neighbour can toss', async () => {
  const device = site.registered('d1', Date.now);
  const [camera] = device.cameras;
  if (!camera) throw new TypeError('the device has no camera');
  const visitor = { session: new TestSession('one'), origin: 'https://127.0.0.1:7000' };
  const { url } = await gateway.open(device, camera, visitor);
  expect(gateway.originsFor('127.0.0.1:7000')).toEqual(['https://127.0.0.1:0']);
  const { origin, host, port } = new URL(url);
  expect(origin).toBe(`https://${host}`);
  const entered = await askSecurely(url, { ca });
  expect(entered.status).toBe(303);
  const [line = ''] = entered.headers['set-cookie'] ?? [];
  expect(line).toMatch(
    new RegExp(
      `^__Host-watchfloor-page-${port}=[\\w-]{22}; Path=/; HttpOnly; SameSite=Strict; Secure$`,
    ),
  );
  const [cookie = ''] = line.split(';');
  const page = await askSecurely(`${origin}/watch?ch=1`, { ca, headers: { cookie } });
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain(`connect-src 'self' wss://${host};`);
  expect(page.headers['content-security-policy']).toContain(
    'frame-ancestors https://127.0.0.1:7000;',
  );
});

it('is not mixed into a dashboard that came by the other scheme', async () => {
  const device = site.registered('d1', Date.now);
  const [camera] = device.cameras;
  if (!camera) throw new TypeError('the device has no camera');
  const visitor = { session: new TestSession('one'), origin: 'http://127.0.0.1:7000' };
  await expect(gateway.open(device, camera, visitor)).rejects.toMatchObject({
    reason: 'page-needs-tls',
  });
});

it.each([
  [[], { WATCHFLOOR_PAGE_BASE: 'Cams.Example.lan' }, 'cams.example.lan'],
  [['--page-base', '*.cams.example.lan'], { WATCHFLOOR_PAGE_BASE: 'x.y' }, 'cams.example.lan'],
  [[], {}, undefined],
])('reads the page base of %j and %j as %s', (args, environment, base) => {
  expect(readOptions(args, environment).pageBase).toBe(base);
});

it.each(['cams', 'cams.', '10.0.0.1', 'https://cams.lan', 'a b.lan', 'cams.lan:7000', 'a-.lan'])(
  'refuses %s as a page base, with a sentence',
  (base) => {
    expect(() => readOptions(['--page-base', base], {})).toThrow(/page base must be a host name/);
  },
);
