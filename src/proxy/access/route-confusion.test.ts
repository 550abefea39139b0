import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardHeader } from '../../api/routes.ts';
import { crooked, misleadingHeaders } from '../test-site/crooked-target.ts';
import { type MarkedDevice, register, startMarkedDevice } from '../test-site/marked-device.ts';
import { type RawReply, rawRequest, sendRaw } from '../test-site/raw-request.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const atOnce = 25;
const fuzzing = { seed: 20_261_125, numRuns: 80 };
const title = '<title>Watchfloor</title>';

const proxy = new TestProxy();
let device: MarkedDevice;
let cameraId: string;
let deviceId: string;
let viewer: string;
let operator: string;
/** What none of them may be shown, in no reply whatever. */
let secrets: readonly string[];

beforeAll(async () => {
  const app = path.join(proxy.folder, 'app');
  mkdirSync(path.join(app, 'assets'), { recursive: true });
  writeFileSync(path.join(app, 'index.html'), title);
  writeFileSync(path.join(app, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(path.join(proxy.folder, 'beside.txt'), 'beside-the-app');
  device = await startMarkedDevice(1);
  await proxy.start();
  cameraId = await register(proxy.parts, device);
  deviceId = proxy.parts.registry.devices[0]?.id ?? '';
  const { groups } = proxy.parts.access;
  const none = (await groups.add({ name: 'Secret group', cameraIds: [] })).id;
  viewer = await proxy.signInAs('viewer', [none]);
  operator = await proxy.signInAs('operator', [none]);
  const key = readFileSync(path.join(proxy.folder, 'keys', 'master.key'), 'latin1').trim();
  // A picture begins with the last one.
  secrets = [key, 'beside-the-app', 'Secret group', 'Marked 1', deviceId, cameraId, '\xff\xd8\xff'];
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});

interface Family {
  /** Each must show a secret to whoever may see it. */
  readonly targets: () => readonly string[];
  readonly method?: string;
  readonly body?: string;
  readonly token: () => string;
  readonly upgrade?: boolean;
}

const families: Readonly<Record<string, Family>> = {
  'files of the app': {
    targets: () => ['/assets/main-1a2b.js', '/index.html', '/../keys/master.key', '/../beside.txt'],
    token: () => '',
  },
  'lists that administrators read': {
    targets: () => ['/api/devices', '/api/people', '/api/camera-groups', '/api/sessions'],
    token: () => viewer,
  },
  'a camera of others': {
    targets: () => [
      `/api/cameras/${cameraId}/snapshot`,
      `/api/cameras/${cameraId}/picture-settings`,
      `/api/cameras/${cameraId}/hls/hls/index.m3u8`,
    ],
    token: () => viewer,
  },
  'changes of a device': {
    targets: () => [`/api/devices/${deviceId}`],
    method: 'DELETE',
    token: () => operator,
  },
  'the console of a device': {
    targets: () => [`/api/devices/${deviceId}/endpoints/device.reboot`],
    method: 'POST',
    body: '{"query":{},"confirm":true}',
    token: () => operator,
  },
  'changes of people': {
    targets: () => ['/api/people', '/api/camera-groups'],
    method: 'POST',
    body: '{"name":"Intruder","role":"administrator","cameras":"all","password":"four unrelated words here"}',
    token: () => operator,
  },
  sockets: {
    targets: () => ['/ws/frames', '/ws/changes', `/ws/flv?camera=${cameraId}&stream=flv`],
    token: () => '',
    upgrade: true,
  },
};

interface Sent {
  readonly target: string;
  readonly extra: readonly string[];
}

function send({ method = 'GET', body = '', token, upgrade }: Family, sent: Sent) {
  const { host } = new URL(proxy.origin);
  const cookie = token();
  const headers = [
    `Host: ${host}`,
    `Origin: ${proxy.origin}`,
    `${guardHeader}: 1`,
    ...(cookie === '' ? [] : [`Cookie: ${proxy.cookie(cookie)}`]),
    ...(body === '' ? [] : ['Content-Type: application/json']),
    ...(upgrade ? ['Upgrade: websocket', 'Sec-WebSocket-Version: 13'] : []),
    ...(upgrade ? ['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='] : []),
    ...sent.extra,
  ];
  if (!upgrade) return sendRaw(proxy.origin, rawRequest(method, sent.target, headers, body));
  const lines = [`GET ${sent.target} HTTP/1.1`, ...headers, 'Connection: Upgrade'];
  return sendRaw(proxy.origin, Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
}

/** What everybody may read: the app, and that nobody or who is signed in. */
function isOpen({ head, body }: RawReply): boolean {
  return (
    body === title || body === 'export {};' || head.includes(' 304') || /^\{"state":/.test(body)
  );
}

function verdict(reply: RawReply, method: string): string {
  if (reply.status >= 500 && reply.status !== 501 && reply.status !== 505) return 'broke';
  if (secrets.some((secret) => reply.body.includes(secret))) return 'shown';
  if (reply.status === 101) return 'let in';
  const passed = reply.status >= 200 && reply.status < 400;
  if (!passed || isOpen(reply)) return 'held';
  // Their own lists, which hold nothing of others.
  return method === 'GET' && /^\{"(cameras|views)":\[\]\}/.test(reply.body) ? 'held' : 'passed';
}

describe('addresses that two readers understand differently', () => {
  it('have real ones behind them, which show what they must hide', async () => {
    for (const place of [
      '/api/devices',
      '/api/camera-groups',
      `/api/cameras/${cameraId}/snapshot`,
    ]) {
      const { status, body } = await send(
        { targets: () => [], token: () => proxy.token },
        {
          target: place,
          extra: [],
        },
      );
      expect([place, status]).toEqual([place, 200]);
      expect(secrets.some((secret) => body.includes(secret))).toBe(true);
    }
    const sockets = { targets: () => [], token: () => proxy.token, upgrade: true };
    expect((await send(sockets, { target: '/ws/frames', extra: [] })).status).toBe(101);
  });

  it.each(Object.keys(families))('lead nobody to %s', async (name) => {
    const family = families[name];
    if (!family) throw new TypeError(name);
    const { host } = new URL(proxy.origin);
    const target = fc.constantFrom(...family.targets()).chain(crooked);
    const request = target.chain((made) =>
      misleadingHeaders(family.targets()[0] ?? '/', host).map((extra) => ({ target: made, extra })),
    );
    const statuses = new Map<number, number>();
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: atOnce, maxLength: atOnce }), async (all) => {
        const found = await Promise.all(
          all.map(async (one) => {
            const reply = await send(family, one);
            sent += 1;
            statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
            return { one, status: reply.status, verdict: verdict(reply, family.method ?? 'GET') };
          }),
        );
        expect(found.filter((one) => one.verdict !== 'held')).toEqual([]);
      }),
      fuzzing,
    );
    expect(sent).toBeGreaterThanOrEqual(2000);
    console.info(`${name}: ${sent} addresses,`, Object.fromEntries(statuses));
    const { people, groups } = proxy.parts.access;
    expect(proxy.parts.registry.devices).toHaveLength(1);
    expect(people.all).toHaveLength(3);
    expect(groups.all).toHaveLength(1);
    expect(device.asked.filter((asked) => /reboot|mjpeg|flv/.test(asked))).toEqual([]);
  });
});
