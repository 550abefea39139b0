import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { cameraListSchema } from '../api/camera.ts';
import { changeSchema } from '../api/change.ts';
import { deviceListSchema, deviceSchema } from '../api/device.ts';
import type { ProbeEvent } from '../api/probe.ts';
import { guardHeader } from '../api/routes.ts';
import { siteSchema } from '../api/site.ts';
import { type StillCamera, startStillCamera, still } from './test-site/still-camera.ts';
import { TestProxy } from './test-site/test-proxy.ts';

const canary = 'c4n&ry-Pa55/wörd';
let proxy: TestProxy;
let camera: StillCamera;

beforeEach(async () => {
  camera = await startStillCamera('guard', canary);
  proxy = new TestProxy();
  await proxy.start();
});
afterEach(async () => {
  await proxy.end();
  await camera.stop();
});

const address = () => `http://127.0.0.1:${camera.port}/still.jpg`;
const account = { username: 'guard', password: canary };

function foundBy(events: readonly ProbeEvent[]) {
  const last = events.at(-1);
  if (last?.type !== 'found') throw new TypeError(JSON.stringify(events));
  return last.findings;
}

async function addCamera() {
  const findings = foundBy(await proxy.probe({ address: address(), ...account }));
  const cameras = findings.cameras.map(({ id }) => ({ id, name: 'Gate', enabled: true }));
  const draftId = findings.draftId;
  const saved = await proxy.ask('POST', '/api/devices', { draftId, name: 'Camera', cameras });
  return { saved, device: deviceSchema.parse(saved.json()), cameraId: cameras[0]?.id ?? '' };
}

async function devices() {
  return deviceListSchema.parse((await proxy.ask('GET', '/api/devices')).json()).devices;
}

describe('the ladder', () => {
  it.each<[string, () => object, string, string]>([
    [
      'a scheme that nobody plays',
      () => ({ address: 'rtmp://127.0.0.1/x' }),
      'address',
      'not-supported',
    ],
    ['a typing slip', () => ({ address: 'http//127.0.0.1' }), 'address', 'address-invalid'],
    ['a wrong port', () => ({ address: '127.0.0.1:1' }), 'connect', 'connection-refused'],
    ['no password', () => ({ address: address() }), 'login', 'login-needed'],
    [
      'a wrong password',
      () => ({ address: address(), ...account, password: 'no' }),
      'login',
      'login-refused',
    ],
    [
      'a wrong password of a named protocol',
      () => ({ address: address(), ...account, password: 'no', protocolId: 'plain-stream' }),
      'login',
      'login-refused',
    ],
    [
      'a web page',
      () => ({ address: address().replace('still.jpg', 'page') }),
      'protocol',
      'html-page',
    ],
    [
      'an unknown device',
      () => ({ address: `127.0.0.1:${camera.port}` }),
      'protocol',
      'recognised-nothing',
    ],
  ])('stops at %s with words', async (_, request, rung, reason) => {
    const events = await proxy.probe(request());
    expect(events.at(-1)).toMatchObject({ type: 'stopped', rung, problem: { reason } });
    expect(events.at(-2)).toMatchObject({ type: 'end', rung, outcome: 'failed' });
  });

  it('does not dial this machine unless it is told that devices live there', async () => {
    await proxy.stop();
    await proxy.start({ allowLoopback: false });
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '169.254.169.254',
    ]) {
      const events = await proxy.probe({ address: `http://${host}:${camera.port}/still.jpg` });
      expect(events.at(-1), host).toMatchObject({ problem: { reason: 'address-not-allowed' } });
    }
    expect(camera.requests).toEqual([]);
  });

  it('climbs to a picture and leaves a draft that plays', async () => {
    const events = await proxy.probe({
      address: `guard:${encodeURIComponent(canary)}@127.0.0.1:${camera.port}/still.jpg`,
    });
    const ends = events.flatMap((event) =>
      event.type === 'end' ? [`${event.rung} ${event.outcome}`] : [],
    );
    expect(ends).toEqual([
      'address passed',
      'name skipped',
      'connect passed',
      'tls skipped',
      'http passed',
      'protocol passed',
      'login passed',
      'identity skipped',
      'channels passed',
      'picture passed',
    ]);
    const findings = foundBy(events);
    expect(findings).toMatchObject({ address: address(), protocolId: 'plain-stream' });
    const shot = await fetch(`${proxy.origin}/api/cameras/${findings.cameras[0]?.id}/snapshot`, {
      headers: { cookie: proxy.cookie() },
    });
    expect(Buffer.from(await shot.arrayBuffer())).toEqual(still);
    expect(await devices()).toEqual([]);
  });

  it('hangs up when the person cancels', async () => {
    const cancel = new AbortController();
    const reply = await fetch(`${proxy.origin}/api/probes`, {
      method: 'POST',
      headers: proxy.headers(),
      body: JSON.stringify({
        address: address().replace('still.jpg', 'silent'),
        protocolId: 'plain-stream',
      }),
      signal: cancel.signal,
    });
    await vi.waitFor(() => expect(camera.requests).toHaveLength(1), { timeout: 10_000 });
    cancel.abort();
    await expect(reply.text()).rejects.toThrow();
    await vi.waitFor(() => expect(camera.requests[0]?.socket.destroyed).toBe(true), {
      timeout: 10_000,
    });
  });
});

describe('devices', () => {
  it('are kept over a restart, their cameras under the same names', async () => {
    const { saved, cameraId } = await addCamera();
    expect(saved.status).toBe(201);
    await proxy.stop();
    await proxy.start();
    await vi.waitFor(async () => expect((await devices())[0]?.state).toBe('online'), {
      timeout: 10_000,
    });
    const { cameras } = cameraListSchema.parse((await proxy.ask('GET', '/api/cameras')).json());
    expect(cameras).toMatchObject([{ id: cameraId, name: 'Gate', number: 1, state: 'connected' }]);
  });

  it('are not added twice', async () => {
    const { device } = await addCamera();
    const findings = foundBy(await proxy.probe({ address: device.address, ...account }));
    const again = { draftId: findings.draftId, name: 'Twin', cameras: [] };
    expect((await proxy.ask('POST', '/api/devices', again)).status).toBe(409);
  });

  it('do not give their password to another host', async () => {
    const { device } = await addCamera();
    const elsewhere = { address: address().replace('127.0.0.1', 'localhost') };
    const moved = await proxy.ask('PATCH', `/api/devices/${device.id}`, elsewhere);
    expect(moved.json()).toMatchObject({ reason: 'password-needed-again' });
    const tested = await proxy.probe({ ...elsewhere, deviceId: device.id });
    expect(tested.at(-1)).toMatchObject({
      type: 'stopped',
      problem: { reason: 'password-needed-again' },
    });
    const retyped = await proxy.ask('PATCH', `/api/devices/${device.id}`, {
      ...elsewhere,
      password: canary,
    });
    expect(retyped.json()).toMatchObject({ state: 'online', address: elsewhere.address });
  });

  it('are tested with what is stored', async () => {
    const { device } = await addCamera();
    const events = await proxy.probe({ address: device.address, deviceId: device.id });
    expect(events.at(-1)?.type).toBe('found');
    await proxy.ask('DELETE', `/api/devices/${device.id}`);
    expect(await devices()).toEqual([]);
  });

  it('ask for their passwords again when the key is another one, and lose nothing else', async () => {
    const { device } = await addCamera();
    await proxy.stop();
    rmSync(path.join(proxy.folder, 'keys'), { recursive: true });
    await proxy.start();
    camera.requests.length = 0;
    await vi.waitFor(async () => expect((await devices())[0]?.state).toBe('login-refused'), {
      timeout: 10_000,
    });
    expect((await devices())[0]).toMatchObject({
      problem: { reason: 'password-lost' },
      hasPassword: true,
      cameras: [{ name: 'Gate' }],
    });
    expect(camera.requests).toEqual([]);
    const entered = await proxy.ask('PATCH', `/api/devices/${device.id}`, { password: canary });
    expect(entered.json()).toMatchObject({ state: 'online' });
  });
});

describe('secrets', () => {
  it('leave the proxy towards their device and nowhere else', async () => {
    const { device, cameraId } = await addCamera();
    await proxy.probe({ address: 'http//x', ...account });
    await proxy.probe({ address: `http://guard:${canary}@[`, ...account });
    await proxy.ask('PATCH', `/api/devices/${device.id}`, { password: canary, name: 7 });
    await proxy.ask('PATCH', `/api/devices/${device.id}`, { password: canary });
    camera.password = 'changed at the camera';
    await proxy.ask('GET', `/api/cameras/${cameraId}/snapshot`);
    await proxy.probe({ address: address(), deviceId: device.id });
    for (const place of ['/api/devices', '/api/cameras', '/api/views', '/api/site']) {
      await proxy.ask('GET', place);
    }
    await proxy.stop();
    const data = path.join(proxy.folder, 'data');
    const kept = readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    const everything = [...proxy.said, ...kept].join('\n').toLowerCase();
    const raw = Buffer.from(canary);
    const spellings = [
      canary,
      encodeURIComponent(canary),
      raw.toString('latin1'),
      raw.toString('base64').replace(/=+$/, ''),
      raw.toString('hex'),
      Buffer.from(`guard:${canary}`).toString('base64').replace(/=+$/, ''),
      createHash('md5').update(canary).digest('hex'),
      JSON.stringify(canary).slice(1, -1),
      'authorization',
    ];
    expect(everything.length).toBeGreaterThan(5000);
    for (const spelling of spellings) expect(everything).not.toContain(spelling.toLowerCase());
    const sent = JSON.stringify(camera.requests.map(({ rawHeaders }) => rawHeaders));
    for (const trace of ['browser', '"origin"', guardHeader]) expect(sent).not.toContain(trace);
  });
});

describe('replies', () => {
  it('all carry the headers that cage them', async () => {
    const places = [
      '/',
      '/api/site',
      '/api/nothing',
      '/nothing.js',
      '/%',
      '/api/cameras/x/snapshot',
      '/api/views/%2e%2e',
    ];
    for (const place of places) {
      const { headers, status } = await proxy.ask('GET', place);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, `${place} ${status}`).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });

  it('are problems for whatever does not fit', async () => {
    const view = { name: 'Wall', layout: '4', cells: [] };
    const bad: [string, string, unknown, number][] = [
      ['POST', '/api/views', { ...view, layout: '5' }, 400],
      ['POST', '/api/views', { ...view, extra: 1 }, 400],
      ['POST', '/api/views', { ...view, name: 'x'.repeat(300_000) }, 413],
      ['PUT', '/api/views/none', view, 404],
      ['DELETE', '/api/views/constructor', undefined, 404],
      ['DELETE', '/api/devices/__proto__', undefined, 404],
      ['POST', '/api/devices', { draftId: 'none', name: 'x', cameras: [] }, 404],
      ['POST', '/api/cameras/none/page', undefined, 404],
      ['GET', '/api/cameras/none/hls/x/index.m3u8', undefined, 404],
    ];
    for (const [method, place, body, status] of bad) {
      const reply = await proxy.ask(method, place, body);
      expect([place, reply.status]).toEqual([place, status]);
      expect(reply.json()).toHaveProperty('reason');
    }
  });

  it('serve the built app, smaller where the browser can read it, and the page for its places', async () => {
    const app = path.join(proxy.folder, 'app');
    mkdirSync(path.join(app, 'assets'), { recursive: true });
    writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>Watchfloor</title>');
    const script = path.join(app, 'assets', 'main-1a2b.js');
    writeFileSync(script, 'export const x = 1;\n'.repeat(200));
    writeFileSync(`${script}.br`, brotliCompressSync(readFileSync(script)));
    await proxy.stop();
    await proxy.start();
    const asset = await proxy.ask('GET', '/assets/main-1a2b.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const reply = await fetch(`${proxy.origin}/assets/main-1a2b.js`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect(reply.headers.get('content-encoding')).toBe('br');
    expect(await reply.text()).toBe(asset.text);
    const place = await proxy.ask('GET', '/devices/x');
    expect([place.status, place.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect((await proxy.ask('GET', '/assets/gone-1a2b.js')).status).toBe(404);
    expect((await proxy.ask('GET', '/../keys/master.key')).status).not.toBe(500);
  });
});

describe('sockets', () => {
  const open = (origin: string | undefined, place = '/ws/changes') =>
    new WebSocket(`${proxy.origin.replace('http', 'ws')}${place}`, {
      headers: { cookie: proxy.cookie() },
      ...(origin === undefined ? {} : { origin }),
    });

  it('greet, tell of changes, and say goodbye', async () => {
    const socket = open(proxy.origin);
    const heard: string[] = [];
    socket.on('message', (text) => heard.push(changeSchema.parse(JSON.parse(String(text))).type));
    await vi.waitFor(() => expect(heard).toEqual(['hello']), { timeout: 10_000 });
    await proxy.ask('POST', '/api/views', { name: 'Wall', layout: '4', cells: [] });
    await vi.waitFor(() => expect(heard).toEqual(['hello', 'views']), { timeout: 10_000 });
    const closed = new Promise<number>((resolve) => {
      socket.once('close', (code) => resolve(code));
    });
    await proxy.stop();
    expect(await closed).toBe(1001);
  });

  it('take short requests and nothing longer', async () => {
    const socket = open(proxy.origin, '/ws/frames');
    const closed = new Promise<number>((resolve) => {
      socket.once('close', (code) => resolve(code));
    });
    socket.once('open', () => socket.send('x'.repeat(16 * 1024 + 1)));
    expect(await closed).toBe(1009);
  });

  it.each([
    ['no origin', undefined, '/ws/changes', 403],
    ['a foreign origin', 'https://evil.example', '/ws/changes', 403],
    ['another port', 'http://127.0.0.1:1', '/ws/frames', 403],
    ['the null origin', 'null', '/ws/flv?camera=x&stream=y', 403],
    ['an unknown place', '', '/ws/other', 404],
  ])('are refused to %s', async (_, origin, place, status) => {
    const socket = open(origin === '' ? proxy.origin : origin, place);
    const refused = await new Promise<number | undefined>((resolve, reject) => {
      socket.once('unexpected-response', (_request, reply) => resolve(reply.statusCode));
      socket.once('open', () => reject(new TypeError('it was accepted')));
    });
    expect(refused).toBe(status);
  });
});

describe('the start', () => {
  it('says that a port is taken, and by which means to choose another', async () => {
    const second = new TestProxy();
    const port = Number(new URL(proxy.origin).port);
    await expect(second.start({ port })).rejects.toThrow(/is taken.*PORT=/);
    await second.end();
  });

  it('registers the devices of a site once, and makes a first wall', async () => {
    const origin = `http://127.0.0.1:${camera.port}`;
    const entryTarget = '/still.jpg';
    const seed = {
      name: 'Site',
      devices: [{ name: 'Gate', protocol: 'plain-stream', origin, entryTarget, ...account }],
      views: [],
    };
    for (let round = 0; round < 2; round += 1) {
      await proxy.stop();
      await proxy.start({ seed });
      await vi.waitFor(async () => expect((await devices())[0]?.state).toBe('online'), {
        timeout: 10_000,
      });
      await vi.waitFor(
        async () => {
          const { json } = await proxy.ask('GET', '/api/views');
          expect(json()).toMatchObject({ views: [{ name: 'All cameras', layout: '1' }] });
        },
        { timeout: 10_000 },
      );
    }
    expect(await devices()).toHaveLength(1);
    const site = siteSchema.parse((await proxy.ask('GET', '/api/site')).json());
    expect(site).toMatchObject({ name: 'Site', demo: true });
  });

  it('makes the walls that a site names, each of the cameras of its devices', async () => {
    const origin = `http://127.0.0.1:${camera.port}`;
    const device = { protocol: 'plain-stream', origin, ...account };
    const gates = ['/still.jpg?1', '/still.jpg?2', '/still.jpg?3'].map((entryTarget) => ({
      ...device,
      name: `Gate ${entryTarget}`,
      entryTarget,
    }));
    const names = gates.map(({ name }) => name);
    const views = [
      { name: 'All', devices: names },
      { name: 'Last', devices: names.slice(2) },
    ];
    await proxy.stop();
    await proxy.start({ seed: { name: 'Site', devices: gates, views } });
    await vi.waitFor(
      async () => {
        const { json } = await proxy.ask('GET', '/api/views');
        expect(json()).toMatchObject({
          views: [
            { name: 'All', layout: '4', cells: [{}, {}, {}, null] },
            { name: 'Last', layout: '1', cells: [{}] },
          ],
        });
      },
      { timeout: 10_000 },
    );
  });
});
