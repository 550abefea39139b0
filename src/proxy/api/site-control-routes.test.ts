import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry, AuditPage } from '../../api/audit.ts';
import { routes } from '../../api/routes.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { ObedientDevice } from '../test-site/obedient-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const minute = 60_000;
const proxy = new TestProxy();
const device = new ObedientDevice();
const [camera, neighbour] = device.cameraIds;
const outputs = routes.outputs(camera);
const door = routes.output(camera, 'relay-r1');
const arming = routes.arming(camera);
const picture = routes.pictureSettings(camera);
const refused = new DeviceError('rejected', 'command-refused', { detail: '-3' });

let operator: string;
let supervisor: string;
/** Of the one camera alone. */
let halfSupervisor: string;

beforeAll(async () => {
  await proxy.start();
  await device.register(proxy.parts);
  const { groups } = proxy.parts.access;
  const { id } = await groups.add({ name: 'One', cameraIds: [camera] });
  operator = await proxy.signInAs('operator', [id]);
  halfSupervisor = await proxy.signInAs('supervisor', [id]);
  supervisor = await proxy.signInAs('supervisor');
});
afterAll(() => proxy.end());

beforeEach(() => {
  device.refusal = undefined;
  device.changeRefusal = undefined;
  device.lazy = false;
  device.told.length = 0;
});

const send = (method: string, address: string, body: unknown, token = operator) =>
  proxy.ask(method, address, body, token);
async function read<T>(address: string, token = operator): Promise<T> {
  return (await proxy.ask('GET', address, undefined, token)).json() as T;
}
async function lastLine(operation: string): Promise<AuditEntry | undefined> {
  await proxy.parts.audit.flush();
  const { entries } = await read<AuditPage>(`/api/audit?operation=${operation}`, proxy.token);
  return entries[0];
}

describe('an output', () => {
  it('is switched, and shows the command with the name of who sent it', async () => {
    const topics: string[] = [];
    const stop = proxy.parts.bus.subscribe((topic) => topics.push(topic));
    expect((await send('PUT', door, { on: true })).status).toBe(204);
    stop();
    expect(device.told).toEqual([JSON.stringify({ channel: '1', id: 'relay-r1', on: true })]);
    expect(topics).toEqual(['site-control']);
    expect(await read(outputs)).toEqual({
      outputs: [
        {
          ...{ id: 'relay-r1', kind: 'relay', name: 'Door', state: 'on' },
          lastCommand: { on: true, by: 'operator 1', atMs: expect.any(Number) },
        },
      ],
    });
    expect(await lastLine('output.switch')).toMatchObject({
      actor: { kind: 'person', name: 'operator 1', role: 'operator' },
      object: { kind: 'camera', id: camera, name: 'Camera 1' },
      parameters: { output: 'Door (relay-r1)', state: 'on' },
      outcome: 'answered',
    });
  });

  it('that only says so is shown as the device has it', async () => {
    device.lazy = true;
    await send('PUT', door, { on: false });
    expect(await read(outputs)).toMatchObject({
      outputs: [{ state: 'on', lastCommand: { on: false } }],
    });
  });

  it('that the device refuses to switch keeps the command before', async () => {
    const before = await read(outputs);
    const [first] = device.outputs;
    device.outputs = [];
    const gone = await send('PUT', door, { on: true });
    expect([gone.status, gone.json()]).toMatchObject([404, { detail: 'output' }]);
    expect(device.told).toEqual([]);
    expect(await lastLine('output.switch')).toMatchObject({ outcome: 'refused' });
    device.outputs = first ? [first] : [];
    device.changeRefusal = refused;
    const reply = await send('PUT', door, { on: true });
    expect([reply.status, reply.json()]).toMatchObject([502, { reason: 'command-refused' }]);
    expect(await read(outputs)).toEqual(before);
  });

  it('is switched also where nothing can be kept of it, and everybody reads it anew', async () => {
    const topics: string[] = [];
    const stop = proxy.parts.bus.subscribe((topic) => topics.push(topic));
    const { control } = proxy.parts.store;
    const save = vi.spyOn(control, 'saveOutputCommand').mockRejectedValueOnce(new Error('full'));
    expect((await send('PUT', door, { on: true })).status).toBe(500);
    stop();
    save.mockRestore();
    expect([device.told.length, topics]).toEqual([1, ['site-control']]);
    expect(await lastLine('output.switch')).toMatchObject({ outcome: 'answered' });
  });

  it('of a camera that nobody has saved is not there to be switched', async () => {
    const draft = new ObedientDevice();
    await draft.register(proxy.parts, 'draft');
    const output = routes.output(draft.cameraIds[0], 'relay-r1');
    expect((await send('PUT', output, { on: true }, proxy.token)).status).toBe(404);
    expect(draft.told).toEqual([]);
  });

  it('has a name without what turns or hides it', async () => {
    const [first] = device.outputs;
    device.outputs = [{ id: 'relay-r1', kind: 'relay', name: 'Do\u202Eor\u0007', state: 'off' }];
    expect(await read(outputs)).toMatchObject({ outputs: [{ name: 'Do or' }] });
    device.outputs = first ? [first] : [];
  });
});

describe('who is not allowed', () => {
  const changes = [
    ['PUT', door, { on: true }],
    ['POST', arming, { kind: 'mode', mode: 'motion', armed: true }],
    ['PATCH', picture, { brightness: 1 }],
  ] as const;

  it.each(changes)('changes nothing: %s %s', async (method, address, body) => {
    const viewer = await proxy.signInAs('viewer');
    expect((await send(method, address, body, viewer)).status).toBe(403);
    const others = address.replace(camera, neighbour);
    expect((await send(method, others, body)).status).toBe(404);
    const locked = await proxy.signInAs('operator');
    const session = proxy.parts.access.sessions.find(locked);
    if (session) session.row = { ...session.row, lastInputMs: Date.now() - 16 * minute };
    const reply = await send(method, address, body, locked);
    expect([reply.status, reply.json()]).toMatchObject([403, { reason: 'confirm-needed' }]);
    expect(device.told).toEqual([]);
  });
});

describe('arming', () => {
  it('is changed, and is what the device says then', async () => {
    expect((await send('POST', arming, { kind: 'mode', mode: 'motion', armed: true })).status).toBe(
      204,
    );
    expect(await read(arming)).toMatchObject({ modes: [{ mode: 'motion', armed: true }] });
    expect(await lastLine('arming.change')).toMatchObject({
      parameters: { modes: 'motion', state: 'armed' },
      outcome: 'answered',
    });
    device.lazy = true;
    await send('POST', arming, { kind: 'mode', mode: 'motion', armed: false });
    expect(await read(arming)).toMatchObject({ modes: [{ armed: true }] });
  });

  it('is recorded by the names of the device', async () => {
    const schedule = { kind: 'schedule', modes: ['motion'], scheduleId: '1', overrideId: '0' };
    expect((await send('POST', arming, schedule)).status).toBe(204);
    expect(await lastLine('arming.change')).toMatchObject({
      parameters: { modes: 'motion', schedule: 'Always', override: 'None' },
    });
  });

  it('of all cameras at once is for supervisors who see all of them', async () => {
    const preset = { kind: 'preset', presetId: '7' };
    for (const token of [operator, halfSupervisor]) {
      expect(await read(arming, token)).toMatchObject({ presets: [] });
      expect((await send('POST', arming, preset, token)).status).toBe(403);
      expect(await lastLine('arming.change')).toMatchObject({
        parameters: { preset: 'Night' },
        outcome: 'refused',
      });
    }
    expect(device.told).toEqual([]);
    expect(await read(arming, supervisor)).toMatchObject({ presets: [{ name: 'Night' }] });
    expect((await send('POST', arming, preset, supervisor)).status).toBe(204);
    expect(device.told).toHaveLength(1);
  });

  it.each([
    ['mode', { kind: 'mode', mode: 'actions', armed: true }],
    ['scheduleId', { kind: 'schedule', modes: ['motion'], scheduleId: '9', overrideId: null }],
    ['overrideId', { kind: 'override', modes: ['motion'], overrideId: '9' }],
    ['switchId', { kind: 'switch', switchId: 'none', on: true }],
  ])('takes nothing that the device does not have: %s', async (detail, change) => {
    const reply = await send('POST', arming, change);
    expect([reply.status, reply.json()]).toMatchObject([400, { detail }]);
    expect(device.told).toEqual([]);
  });

  it('that fails is recorded with the reason, and shown as a failure', async () => {
    const change = { kind: 'switch', switchId: 'tamper', on: true };
    device.changeRefusal = refused;
    const reply = await send('POST', arming, change);
    expect([reply.status, reply.json()]).toMatchObject([502, { detail: '-3' }]);
    expect(await lastLine('arming.change')).toMatchObject({
      outcome: 'failed',
      detail: 'command-refused: -3',
    });
    // A device may say anything, also what it was asked with.
    device.changeRefusal = new DeviceError('rejected', 'command-refused', {
      detail: 'pwd=hunter2 \u202Eno',
    });
    await send('POST', arming, change);
    const { detail } = (await lastLine('arming.change')) ?? {};
    expect(detail).toMatch(/^command-refused: pwd=\S+ no$/);
    expect(detail).not.toContain('hunter2');
    // Where the device cannot even be asked, nothing is sent, and that is in the record as well.
    device.refusal = new DeviceError('unreachable', 'no-route');
    expect((await send('POST', arming, change)).status).toBe(502);
    expect(await lastLine('arming.change')).toMatchObject({
      parameters: { switch: 'tamper', state: 'on' },
      outcome: 'failed',
      detail: 'no-route',
    });
  });
});

describe('the picture', () => {
  it('is changed within what the camera has', async () => {
    expect((await send('PATCH', picture, { brightness: 30 })).status).toBe(204);
    expect(await read(picture)).toMatchObject({ brightness: { value: 30, maximum: 255 } });
    expect(await lastLine('picture.change')).toMatchObject({ parameters: { brightness: '30' } });
  });

  it.each([
    ['brightness', { brightness: 256 }],
    ['brightness', { brightness: -1 }],
    ['brightness', { brightness: 1.5 }],
    ['contrast', { contrast: 1 }],
    ['flipped', { flipped: true }],
    ['body', {}],
  ])('takes nothing else: %s %j', async (detail, change) => {
    const reply = await send('PATCH', picture, change);
    expect([reply.status, reply.json()]).toMatchObject([400, { detail }]);
    expect(device.told).toEqual([]);
  });
});
