import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { AuditPage } from '../../api/audit.ts';
import { lapseMs } from '../../api/control.ts';
import { closeCodes } from '../../api/routes.ts';
import { still, velocityOf } from '../../domain/ptz.ts';
import { ControlClient } from '../test-site/control-client.ts';
import { openSocket } from '../test-site/marked-window.ts';
import {
  registerSteered,
  type SteeredDevice,
  startSteeredDevice,
} from '../test-site/steered-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
let device: SteeredDevice;
let cameraId: string;
let open: ControlClient[] = [];

beforeAll(async () => {
  device = await startSteeredDevice();
  await proxy.start();
  ({ cameraId } = await registerSteered(proxy.parts, device));
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});
beforeEach(async () => {
  for (const { socket } of open) {
    if (socket.readyState === socket.OPEN) {
      socket.close();
      await once(socket, 'close');
    }
  }
  open = [];
  device.judge = () => 'obeys';
  await vi.waitFor(() => expect(device.velocity).toEqual(still));
  device.commands.length = 0;
});

async function enter(token?: string): Promise<ControlClient> {
  const client = await ControlClient.open(proxy, token);
  open.push(client);
  client.ask({ type: 'attend', cameraId });
  await vi.waitFor(() => expect(client.steering).toBeDefined());
  return client;
}

async function moving(client: ControlClient): Promise<void> {
  client.move(cameraId, { pan: 0.5 });
  await vi.waitFor(() => expect(device.velocity.pan).toBe(0.5));
}

const stands = () => vi.waitFor(() => expect(device.velocity).toEqual(still), { timeout: 3000 });

it('moves while it is held, and everybody who attends is told who steers', async () => {
  const [client, other] = [await enter(), await enter(await proxy.signInAs('operator'))];
  await moving(client);
  await vi.waitFor(() =>
    expect(other.steering).toMatchObject({
      holder: { own: false, name: 'First' },
      motion: 'moving',
    }),
  );
  expect(client.steering).toMatchObject({ holder: { own: true } });
  client.ask({ type: 'stop', cameraId });
  await stands();
  await vi.waitFor(() => expect(other.steering?.motion).toBe('still'));
  client.ask({ type: 'release', cameraId });
  await vi.waitFor(() => expect(other.steering?.holder).toBeNull());
  expect(device.commands).toEqual(['move pan=0.5', 'stop']);
});

it('refuses a second window by the name of the first, and lets a supervisor take over', async () => {
  const first = await enter(await proxy.signInAs('operator'));
  const second = await enter(await proxy.signInAs('operator'));
  const supervisor = await enter(await proxy.signInAs('supervisor'));
  await moving(first);
  second.move(cameraId, { tilt: 1 });
  await vi.waitFor(() => expect(second.refusals).toEqual(['steered-by-other']));
  second.ask({ type: 'take-over', cameraId });
  await vi.waitFor(() => expect(second.refusals).toEqual(['steered-by-other', 'not-allowed']));
  supervisor.ask({ type: 'take-over', cameraId });
  await vi.waitFor(() => expect(supervisor.steering?.holder?.own).toBe(true));
  expect(device.commands).toEqual(['move pan=0.5', 'stop']);
  first.move(cameraId, { pan: 0.5 });
  await vi.waitFor(() => expect(first.refusals).toEqual(['steered-by-other']));
  await moving(supervisor);
});

it.each([
  ['is closed', (client: ControlClient) => client.socket.close()],
  ['breaks', (client: ControlClient) => client.socket.terminate()],
  ['says nothing more', () => undefined],
  ['says what nobody understands', (client: ControlClient) => client.socket.send('{}')],
])('stops the camera of a window that %s', async (_, end) => {
  const client = await enter();
  await moving(client);
  end(client);
  await stands();
  expect(device.commands).toEqual(['move pan=0.5', 'stop']);
});

it('stops the camera of a session that ends, also before its socket has closed', async () => {
  const token = await proxy.signInAs('operator');
  const client = await enter(token);
  await moving(client);
  client.socket.pause();
  const beganMs = performance.now();
  await proxy.ask('DELETE', '/api/session', undefined, token);
  await stands();
  expect(performance.now() - beganMs).toBeLessThan(lapseMs);
  client.socket.resume();
  expect(await client.closed()).toEqual([closeCodes.sessionEnded, '']);
});

it('moves nothing for a session that is locked', async () => {
  const token = await proxy.signInAs('operator');
  const client = await enter(token);
  await moving(client);
  await proxy.ask('DELETE', '/api/session/active', undefined, token);
  client.move(cameraId, { pan: 0.5 });
  await vi.waitFor(() => expect(client.refusals).toEqual(['confirm-needed']));
  await stands();
  // It only looks on, and sees who steers.
  await enter(token);
  expect(device.commands).toEqual(['move pan=0.5', 'stop']);
});

it('knows no camera of others', async () => {
  const client = await ControlClient.open(proxy, await proxy.signInAs('operator', []));
  open.push(client);
  client.ask({ type: 'attend', cameraId });
  client.move(cameraId, { pan: 1 });
  client.ask({ type: 'take-over', cameraId: 'none' });
  const nothing = 'not-found';
  await vi.waitFor(() => expect(client.refusals).toEqual([nothing, nothing, nothing]));
  expect(device.commands).toEqual([]);
});

it('opens to nobody who may only look', async () => {
  const socket = openSocket(proxy, '/ws/control', await proxy.signInAs('viewer'));
  const [failure] = await once(socket, 'error');
  expect(String(failure)).toContain('403');
});

it.each([
  'x',
  '[]',
  '{"type":"move"}',
  '{"type":"move","cameraId":"a","velocity":{"pan":2,"tilt":0,"zoom":0,"focus":0,"iris":0}}',
  '{"type":"stop","cameraId":"a","more":1}',
])('closes on %s', async (text) => {
  const client = await enter();
  client.socket.send(text);
  const [code, reason] = await client.closed();
  expect([code, JSON.parse(reason)]).toEqual([
    closeCodes.problem,
    { kind: 'invalid-input', reason: 'invalid-input' },
  ]);
});

it('survives whatever is said to it, and moves nothing for it', async () => {
  const almost = fc.record(
    {
      type: fc.constantFrom('attend', 'move', 'stop', 'take-over', 'jump'),
      cameraId: fc.oneof(fc.string(), fc.constant(cameraId), fc.integer()),
      velocity: fc.oneof(fc.jsonValue(), fc.constant(velocityOf({}))),
    },
    { requiredKeys: [] },
  );
  const said = fc.oneof(fc.jsonValue(), almost, fc.string());
  for (const message of fc.sample(said, { numRuns: 60, seed: 20_261_126 })) {
    const client = await ControlClient.open(proxy);
    client.socket.send(JSON.stringify(message) ?? '');
    client.socket.close();
    await once(client.socket, 'close');
  }
  expect(device.commands).toEqual([]);
  expect(proxy.said.filter((line) => line.includes('"level":50'))).toEqual([]);
  await enter();
});

it('closes on a flood, which moves nothing for long', async () => {
  const client = await enter();
  for (let count = 0; count < 400; count += 1) {
    client.ask({ type: 'move', cameraId, velocity: velocityOf({ pan: (count % 9) / 10 + 0.1 }) });
  }
  const [code, reason] = await client.closed();
  expect([code, JSON.parse(reason).reason]).toEqual([closeCodes.problem, 'too-many-requests']);
  await stands();
  expect(device.commands.length).toBeLessThan(12);
});

it('closes on one who tries camera after camera, of which the record keeps a few', async () => {
  const client = await enter();
  const text = 'c\u202E\n';
  for (let count = 0; count < 200; count += 1) client.move(`${text}${count}`, { pan: 1 });
  const [, reason] = await client.closed();
  expect(JSON.parse(reason).reason).toBe('too-many-requests');
  await proxy.parts.audit.flush();
  const page = await proxy.ask('GET', '/api/audit?operation=ptz.move&outcome=refused');
  const { entries } = page.json() as AuditPage;
  const tried = entries.flatMap(({ object }) => (object?.id.startsWith('c') ? [object.id] : []));
  expect(tried).toHaveLength(64);
  expect(tried).toContain('c 0');
});

it('tells everybody of a stop that is not confirmed, and goes on until it is', async () => {
  const watcher = await enter(await proxy.signInAs('operator'));
  const client = await enter();
  await moving(client);
  let stops = 0;
  device.judge = (command) => {
    if (command === 'stop') stops += 1;
    return command === 'stop' && stops < 3 ? 'fails' : 'obeys';
  };
  client.socket.terminate();
  await stands();
  const said = watcher.reports.flatMap((report) =>
    report.type === 'steering' ? [`${report.motion} ${report.problem?.reason ?? ''}`.trim()] : [],
  );
  expect(said).toContain('unconfirmed server-error');
  await vi.waitFor(() => expect(watcher.steering).toMatchObject({ motion: 'still', holder: null }));
  expect(watcher.steering?.problem).toBeUndefined();
});

it('stops a camera whose device is removed while it moves', async () => {
  const other = await startSteeredDevice();
  const added = await registerSteered(proxy.parts, other, 'Yard');
  const client = await enter();
  client.move(added.cameraId, { zoom: 1 });
  await vi.waitFor(() => expect(other.velocity.zoom).toBe(1));
  await proxy.ask('DELETE', `/api/devices/${added.deviceId}`, {});
  expect(other.velocity).toEqual(still);
  await other.stop();
});
