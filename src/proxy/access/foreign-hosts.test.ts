import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCapabilities } from '../../domain/camera.ts';
import { PageGateway } from '../pages/page-gateway.ts';
import { ActiveDevice, sealPassword } from '../registry/active-device.ts';
import { Sealer } from '../registry/sealer.ts';
import { TestProxy } from '../test-site/test-proxy.ts';
import { loopbackNames } from './same-site.ts';

const foreignHosts: readonly string[] = [
  'evil.example',
  'evil.example:PORT',
  '127.0.0.1.evil.example:PORT',
  'localhost.evil.example',
  'evil-localhost',
  '127.0.0.1@evil.example',
  'evil.example@127.0.0.1',
  '127.0.0.1:PORT/x',
  '127.0.0.1, evil.example',
  '127.0.0.1:PORT\r\nHost: evil.example',
  '0.0.0.0:PORT',
  '2130706433:PORT',
  '0x7f000001',
  '127.1:PORT',
  '127.0.0.2',
  '[::ffff:127.0.0.1]:PORT',
  '[::1%25lo]:PORT',
  'localhost.:PORT',
  'localhost:PORT:PORT',
  'xn--localhost-.example',
];

/** Sends one request as it is; answers with the status of the reply, 0 where there was none. */
async function statusOf(
  port: number,
  isSecure: boolean,
  lines: readonly string[],
): Promise<number> {
  const socket = isSecure
    ? connectSecurely({ host: '127.0.0.1', port, rejectUnauthorized: false })
    : connect(port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(Buffer.concat(parts).toString('latin1'))?.[1] ?? 0);
}

const page = (target: string, host: string) => [
  `GET ${target} HTTP/1.1`,
  `Host: ${host}`,
  'Connection: close',
];
const socket = (host: string, scheme: string) => [
  'GET /ws/changes HTTP/1.1',
  `Host: ${host}`,
  `Origin: ${scheme}://${host.split('\r')[0]}`,
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
];

/** Refused for the name, or already for what cannot be read as one. */
function expectRefused(statuses: readonly (readonly [string, number])[]): void {
  expect(statuses.filter(([, status]) => status !== 421 && status !== 400)).toEqual([]);
  expect(statuses.filter(([, status]) => status === 421).length).toBeGreaterThanOrEqual(17);
  expect(statuses).toHaveLength(20);
}

async function ask(port: number, isSecure: boolean, lines: (host: string) => readonly string[]) {
  return Promise.all(
    foreignHosts.map(async (name) => {
      const host = name.replaceAll('PORT', String(port));
      return [name, await statusOf(port, isSecure, lines(host))] as const;
    }),
  );
}

describe.each(['http', 'https'] as const)('by %s, a foreign host', (scheme) => {
  const isSecure = scheme === 'https';
  const proxy = new TestProxy();
  let port = 0;
  beforeAll(async () => {
    await proxy.start({ tls: { kind: isSecure ? 'own-authority' : 'plain' } });
    port = Number(new URL(proxy.origin).port);
  });
  afterAll(() => proxy.end());

  it('sees no page', async () => {
    const own = `localhost:${port}`;
    expect(await statusOf(port, isSecure, page('/authority.crt', own))).toBe(isSecure ? 200 : 404);
    for (const target of ['/', '/authority.crt', '/api/site', '/api/nothing']) {
      expectRefused(await ask(port, isSecure, (host) => page(target, host)));
    }
  });

  it('opens no WebSocket, though its origin is its own', async () => {
    expectRefused(await ask(port, isSecure, (host) => socket(host, scheme)));
  });
});

describe('at the page of a device, a foreign host', () => {
  const sealer = new Sealer(Buffer.alloc(32, 3));
  const now = () => 1_763_700_000_000;
  const gateway = new PageGateway([], { names: new Set(loopbackNames), scheme: 'http' }, now);
  afterAll(() => gateway.stop());

  it('sees nothing, not even a refused ticket', async () => {
    const { url } = await gateway.open(...deviceWithPage(sealer, now()), '127.0.0.1:7000');
    const { port, pathname } = new URL(url);
    const to = (host: string) => page(pathname, host);
    expectRefused(await ask(Number(port), false, to));
    expect(await statusOf(Number(port), false, to(`127.0.0.1:${port}`))).toBe(303);
  });
});

function deviceWithPage(sealer: Sealer, nowMs: number) {
  const row = {
    id: 'd1',
    name: 'Gate',
    protocolId: 'none',
    origin: 'http://127.0.0.1:9',
    entryTarget: '/',
    username: '',
  };
  const description = {
    capabilities: noCapabilities,
    streams: [{ id: 'page', kind: 'page', quality: 'main', target: '/watch' } as const],
  };
  const identity = { id: 'c1', deviceId: 'd1', channel: '1', number: 1, name: 'Gate' };
  const camera = {
    row: { ...identity, enabled: true, description },
    state: 'connected',
    stateSinceMs: 0,
  } as const;
  const facts = { row, sealedPassword: sealPassword(sealer, row, ''), cameras: [camera] };
  const connect = () => {
    throw new TypeError('nobody is to be asked');
  };
  const device = new ActiveDevice(
    { ...facts, protocol: undefined },
    { sealer, allowLoopback: true, nowMs, connect },
  );
  return [device, camera] as const;
}
