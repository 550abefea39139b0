import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestProxy } from '../test-site/test-proxy.ts';
import { askAsForeigner, expectRefused, page, statusOf } from './test-foreign-hosts.ts';

const socket = (host: string, scheme: string) => [
  'GET /ws/changes HTTP/1.1',
  `Host: ${host}`,
  `Origin: ${scheme}://${host.split('\r')[0]}`,
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
];

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
      expectRefused(await askAsForeigner(port, isSecure, (host) => page(target, host)));
    }
  });

  it('opens no WebSocket, though its origin is its own', async () => {
    expectRefused(await askAsForeigner(port, isSecure, (host) => socket(host, scheme)));
  });
});
