import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry } from '../../api/audit.ts';
import { type ConsoleCall, consoleReplySchema, endpointListSchema } from '../../api/console.ts';
import { deviceListSchema } from '../../api/device.ts';
import { problemSchema } from '../../api/problem.ts';
import { guardHeader } from '../../api/routes.ts';
import { entryOfRow } from '../audit/entry-row.ts';
import { openStore } from '../store/open-store.ts';
import {
  type ConsoleCamera,
  camerasOwn,
  startConsoleCamera,
  stored,
} from '../test-site/console-camera.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const name = 'Harbour gate';
let proxy: TestProxy;
let camera: ConsoleCamera;
let deviceId: string;

beforeEach(async () => {
  camera = await startConsoleCamera();
  proxy = new TestProxy();
  const device = { name, protocol: 'ipcam', origin: camera.origin, entryTarget: '/' };
  const seed = {
    name: 'Site',
    devices: [{ ...device, username: 'guard', password: stored }],
    views: [],
  };
  await proxy.start({ seed });
  deviceId = await vi.waitFor(
    async () => {
      const { devices } = deviceListSchema.parse((await proxy.ask('GET', '/api/devices')).json());
      expect(devices[0]?.state).toBe('online');
      return devices[0]?.id ?? '';
    },
    { timeout: 10_000 },
  );
});
afterEach(async () => {
  await proxy.end();
  await camera.stop();
});

const path = (endpointId: string, device = deviceId) =>
  `/api/devices/${device}/endpoints/${endpointId}`;

async function run(endpointId: string, call: Partial<ConsoleCall> = {}) {
  const reply = await proxy.ask('POST', path(endpointId), { query: {}, ...call });
  expect(reply.status, reply.text).toBe(200);
  return consoleReplySchema.parse(reply.json());
}

async function refused(endpointId: string, call: object) {
  const reply = await proxy.ask('POST', path(endpointId), { query: {}, ...call });
  return { status: reply.status, problem: problemSchema.parse(reply.json()) };
}

/** The record as it is kept, oldest first. */
async function record(): Promise<AuditEntry[]> {
  const store = await openStore(`${proxy.folder}/data`, 0);
  const rows = await store.audit.readAfter(0, 100);
  await store.close();
  return rows.map(entryOfRow);
}

describe('the list', () => {
  it('has every row of the protocol, with what each takes', async () => {
    const reply = await proxy.ask('GET', `/api/devices/${deviceId}/endpoints`);
    const { document, endpoints } = endpointListSchema.parse(reply.json());
    expect(document).toContain('CGI');
    expect(endpoints).toHaveLength(36);
    const brightness = endpoints.find(({ id }) => id === 'camera.brightness');
    expect(brightness?.query.properties?.value).toMatchObject({ minimum: 0, maximum: 255 });
    const users = endpoints.find(({ id }) => id === 'settings.users');
    expect(users?.query.properties?.pwd1).toMatchObject({ format: 'password' });
  });

  it('is nothing for an unknown device', async () => {
    expect((await proxy.ask('GET', '/api/devices/nobody/endpoints')).status).toBe(404);
  });
});

describe('a call', () => {
  it('within the documented range reaches the device and is recorded', async () => {
    const reply = await run('camera.brightness', { query: { param: 1, value: 200 } });
    expect(camera.asked).toEqual(['/camera_control.cgi?param=1&value=200']);
    expect(reply).toMatchObject({ status: 200, raw: 'ok.', bytes: 3, ended: 'whole' });
    expect(reply.audit).toMatchObject({
      number: 1,
      actor: { kind: 'person', name: 'Demo administrator', role: 'administrator' },
      object: { kind: 'device', name },
      operation: 'ipcam.camera.brightness',
      parameters: { param: '1', value: '200' },
      outcome: 'answered',
      detail: '200',
    });
    expect(await record()).toEqual([reply.audit]);
  });

  it.each([
    ['a value above the range', 'camera.brightness', { param: 1, value: 256 }, 'value'],
    ['a value below the range', 'camera.brightness', { param: 1, value: -1 }, 'value'],
    ['a fraction', 'camera.brightness', { param: 1, value: 1.5 }, 'value'],
    ['a number as text', 'camera.brightness', { param: 1, value: '1' }, 'value'],
    ['a missing value', 'camera.brightness', { param: 1 }, 'value'],
    ['a fixed value that is another', 'camera.brightness', { param: 2, value: 1 }, 'param'],
    ['a choice that there is not', 'decoder.move', { command: 8 }, 'command'],
    ['a text that is too long', 'settings.alias', { alias: 'x'.repeat(21) }, 'alias'],
    ['the beginning of a command', 'settings.alias', { alias: 'x;reboot' }, 'alias'],
    ['a name that there is not', 'device.reboot', { now: 1 }, 'now'],
    ['a path', 'picture.snapshot', { path: '/../etc/passwd' }, 'path'],
  ])('with %s is refused and never sent', async (_, endpointId, query, field) => {
    const { status, problem } = await refused(endpointId, { query, confirm: true });
    expect({ status, ...problem }).toMatchObject({
      status: 400,
      reason: 'invalid-input',
      detail: field,
    });
    expect(camera.asked).toEqual([]);
    expect(await record()).toMatchObject([
      { outcome: 'refused', detail: `invalid-input: ${field}` },
    ]);
  });

  it('that is refused says the range', async () => {
    const query = { param: 1, value: 256 };
    const { problem } = await refused('camera.brightness', { query });
    expect(problem.rule).toMatchObject({ type: 'integer', minimum: 0, maximum: 255 });
  });

  it.each(['nothing.here', '__proto__', 'constructor', 'toString'])(
    'of the unknown endpoint %s is refused and recorded',
    async (endpointId) => {
      expect((await refused(endpointId, {})).status).toBe(404);
      expect(await record()).toMatchObject([{ operation: 'unknown', outcome: 'refused' }]);
    },
  );

  it.each([
    [null],
    [[]],
    [{ query: {}, target: '/reboot.cgi' }],
    [{ query: { a: { b: 1 } } }],
    [{ query: {}, confirm: 1 }],
    [{ query: {}, body: JSON.parse('['.repeat(1000) + ']'.repeat(1000)) }],
  ])('with a body that is none (%#) is refused and recorded', async (body) => {
    expect((await proxy.ask('POST', path('device.reboot'), body)).status).toBe(400);
    expect(camera.asked).toEqual([]);
    expect(await record()).toMatchObject([{ outcome: 'refused' }]);
  });

  it('that the device cannot answer is told and recorded', async () => {
    await camera.stop();
    const reply = await run('camera.brightness', { query: { param: 1, value: 1 } });
    expect(reply.problem).toMatchObject({ reason: 'connection-refused' });
    expect(reply.audit).toMatchObject({ outcome: 'failed', detail: 'connection-refused' });
  });
});

describe('what may do harm', () => {
  it('is not sent without a confirmation', async () => {
    expect((await refused('device.reboot', {})).problem.reason).toBe('not-confirmed');
    expect(camera.asked).toEqual([]);
    const { audit } = await run('device.reboot', { confirm: true });
    expect(camera.asked).toEqual(['/reboot.cgi']);
    expect(audit.outcome).toBe('answered');
    const outcomes = (await record()).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['refused', 'sending', 'answered']);
  });

  it.each([[undefined], [true], [''], ['Harbour'], ['harbour gate']])(
    'for good is not sent with %j in place of the name',
    async (confirm) => {
      const { status, problem } = await refused('device.restore-factory', { confirm });
      expect({ status, reason: problem.reason }).toEqual({ status: 403, reason: 'not-confirmed' });
      expect(camera.asked).toEqual([]);
    },
  );

  it('for good is sent once, and not again within a minute', async () => {
    await run('device.restore-factory', { confirm: name });
    const again = await refused('device.restore-factory', { confirm: name });
    expect(again).toMatchObject({ status: 429, problem: { reason: 'too-soon' } });
    expect(again.problem.retryAfterMs).toBeGreaterThan(50_000);
    expect(camera.asked).toEqual(['/restore_factory.cgi']);
  });

  it('as a file is never sent', async () => {
    const file = Buffer.from('firmware').toString('base64');
    const reply = await refused('device.upgrade-firmware', { confirm: name, file });
    expect(reply).toMatchObject({ status: 403, problem: { reason: 'upload-refused' } });
    expect(camera.asked).toEqual([]);
  });

  it('needs our header, our origin and a POST', async () => {
    const url = `${proxy.origin}${path('device.reboot')}`;
    const { [guardHeader]: _, ...headers } = proxy.headers();
    const body = JSON.stringify({ query: {}, confirm: true });
    const bare = await fetch(url, { method: 'POST', headers, body });
    const foreign = await fetch(url, {
      method: 'POST',
      headers: { ...headers, [guardHeader]: '1', origin: 'http://evil.example' },
      body,
    });
    const read = await fetch(url, { headers: { cookie: proxy.cookie() } });
    expect([bare.status, foreign.status, read.status]).toEqual([403, 403, 404]);
    expect(camera.asked).toEqual([]);
  });
});

describe('secrets', () => {
  it('of the device are hidden, decoded and raw, until they are asked for', async () => {
    const hidden = await run('settings.read');
    for (const secret of camerasOwn) expect(JSON.stringify(hidden)).not.toContain(secret);
    expect(hidden.masked).toBe(true);
    expect(hidden.raw).toContain("ssid='Harbour'");
    expect(hidden.decoded).toMatchObject({ form: 'table' });
    const shown = await run('settings.read', { reveal: true });
    for (const secret of camerasOwn) expect(shown.raw).toContain(secret);
    expect(shown.masked).toBe(false);
    expect((await record()).map(({ revealed }) => revealed)).toEqual([false, true]);
  });

  it('that were typed, or are stored here, come back from nowhere', async () => {
    const typed = 'typed-Pa55w0rd';
    const query = { service: 1, user: 'me', pwd: typed, host: 'h', proxy_svr: '', proxy_port: 0 };
    const reply = await run('settings.ddns', { query });
    expect(reply.status).toBe(400);
    expect(reply.problem).toMatchObject({ reason: 'illegal-parameter' });
    expect(reply.raw).toContain('bad request');
    const kept = JSON.stringify(await record());
    const basic = Buffer.from(`guard:${stored}`).toString('base64');
    for (const said of [JSON.stringify(reply), kept, proxy.said.join('\n')]) {
      for (const secret of [typed, stored, basic]) expect(said).not.toContain(secret);
    }
  });
});

describe('replies', () => {
  it('are pictures where they are JPEG', async () => {
    const { decoded, raw, hex } = await run('picture.snapshot');
    expect(decoded).toMatchObject({ form: 'picture', jpeg: expect.stringMatching(/^\/9j\//) });
    expect([raw, hex?.slice(0, 8)]).toEqual([undefined, 'ffd8ffe0']);
  });

  it('of an endless stream end by themselves, with its first picture', async () => {
    const reply = await run('picture.mjpeg');
    expect(reply).toMatchObject({
      decoded: { form: 'picture' },
      contentType: 'multipart/x-mixed-replace',
    });
    expect(['time', 'bytes']).toContain(reply.ended);
    await vi.waitFor(() => expect(camera.open()).toBe(0), { timeout: 10_000 });
  });

  it('that are a page, or nothing at all, are told and kept', async () => {
    const page = await run('misc.read');
    expect(page).toMatchObject({
      problem: { reason: 'html-page' },
      raw: expect.stringMatching(/Sign in/),
    });
    expect(await run('forbidden.read')).toMatchObject({
      problem: { reason: 'empty-reply' },
      bytes: 0,
    });
  });

  it('are given up when the person no longer waits', async () => {
    const cancel = new AbortController();
    const asked = fetch(`${proxy.origin}${path('picture.asf')}`, {
      method: 'POST',
      headers: proxy.headers(),
      body: JSON.stringify({ query: {} }),
      signal: cancel.signal,
    });
    await vi.waitFor(() => expect(camera.open()).toBe(1), { timeout: 10_000 });
    cancel.abort();
    await expect(asked).rejects.toThrow();
    await vi.waitFor(() => expect(camera.open()).toBe(0), { timeout: 10_000 });
    await vi.waitFor(
      async () =>
        expect(await record()).toMatchObject([{ outcome: 'cancelled', detail: 'stopped' }]),
      { timeout: 10_000 },
    );
  });
});
