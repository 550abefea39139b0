import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type RequestedAction, steeringSchema } from '../../api/control.ts';
import {
  presetListSchema,
  presetSchema,
  tourListSchema,
  tourPlanSchema,
} from '../../api/presets.ts';
import { routes } from '../../api/routes.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { nobody } from '../access/caller.ts';
import { picture as jpegOf } from '../media/test-pictures.ts';
import { ControlClient } from '../test-site/control-client.ts';
import {
  registerSteered,
  type SteeredDevice,
  startSteeredDevice,
} from '../test-site/steered-device.ts';
import { still as picture } from '../test-site/still-camera.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
let device: SteeredDevice;
let cameraId: string;
let client: ControlClient;

beforeAll(async () => {
  device = await startSteeredDevice();
  await proxy.start();
  ({ cameraId } = await registerSteered(proxy.parts, device));
  client = await ControlClient.open(proxy);
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});
beforeEach(() => {
  device.judge = () => 'obeys';
  device.commands.length = 0;
});

const act = (action: unknown, windowId = client.windowId) =>
  proxy.ask('POST', routes.ptzActions(cameraId), { windowId, action });

/** What the record says of cameras, the oldest line first. */
async function recorded(): Promise<readonly string[]> {
  await proxy.parts.audit.flush();
  const { json } = await proxy.ask('GET', '/api/audit?operation=ptz,preset,tour');
  const { entries } = json() as {
    entries: { operation: string; outcome: string; detail: string; parameters: object }[];
  };
  return entries
    .map(({ operation, parameters, outcome, detail }) =>
      [operation, ...Object.values(parameters), outcome, detail].join(' ').trim(),
    )
    .reverse();
}

it('says what the camera can do, as far as its protocol has a way to it', async () => {
  const { status, json } = await proxy.ask('GET', routes.ptz(cameraId));
  expect(status).toBe(200);
  expect(steeringSchema.parse(json())).toEqual(json());
  expect(json()).toMatchObject({
    moves: ['pan', 'tilt', 'zoom'],
    steps: ['focus'],
    centre: true,
    box: false,
    home: true,
    saveHome: false,
    // It claims one, and the protocol cannot set it.
    autofocus: [],
    presets: { most: 3, named: true, save: true, rename: false, remove: true },
    tours: true,
    position: true,
  });
  const position = await proxy.ask('GET', routes.ptzPosition(cameraId));
  expect(position.json()).toEqual({ pan: 12, zoom: 3 });
});

const step = { pan: 1, tilt: 0, zoom: 0, focus: -1, iris: 0 } as const;
it.each<[RequestedAction, string, string]>([
  [{ kind: 'step', step }, 'step pan=1 focus=-1', 'ptz.step pan right, focus near done'],
  [
    { kind: 'centre', point: { x: 0.25, y: 0.5 }, streamId: 'main' },
    'centre x=0.25 y=0.5 streamId=main width=640',
    'ptz.centre 0.25 0.5 done',
  ],
  [{ kind: 'home' }, 'home', 'ptz.home done'],
])('does %j once, and records it', async (action, command, line) => {
  expect((await act(action)).status).toBe(204);
  expect(device.commands).toEqual([command]);
  expect((await recorded()).at(-1)).toBe(line);
});

it('stops a camera that may go on after half a step, until that is confirmed', async () => {
  const stops = () => device.commands.filter((command) => command === 'stop').length;
  device.judge = (command) => (command !== 'stop' || stops() < 2 ? 'fails' : 'obeys');
  expect((await act({ kind: 'step', step })).json()).toMatchObject({ reason: 'server-error' });
  await vi.waitFor(() => expect(stops()).toBe(2));
  await vi.waitFor(async () => expect((await recorded()).at(-1)).toMatch(/^ptz.stop .* done$/));
  device.judge = () => 'refuses';
  expect((await act({ kind: 'step', step })).json()).toMatchObject({ kind: 'forbidden' });
  expect(stops()).toBe(2);
});

it('stops a movement before an action', async () => {
  client.move(cameraId, { pan: 0.5 });
  await vi.waitFor(() => expect(device.velocity.pan).toBe(0.5));
  expect((await act({ kind: 'home' })).status).toBe(204);
  expect(device.commands).toEqual(['move pan=0.5', 'stop', 'home']);
  expect((await recorded()).at(-2)).toMatch(/^ptz.move pan right \d\.\d action done$/);
});

it.each<[string, unknown, string]>([
  ['what the protocol lacks', { kind: 'save-home' }, 'not-supported'],
  [
    'a picture that is not there',
    { kind: 'centre', point: { x: 0, y: 0 }, streamId: 'x' },
    'invalid-input',
  ],
  ['a point outside', { kind: 'centre', point: { x: 2, y: 0 }, streamId: 'main' }, 'invalid-input'],
  ['nothing that there is', { kind: 'jump' }, 'invalid-input'],
])('refuses %s', async (_, action, reason) => {
  expect((await act(action)).json()).toMatchObject({ reason });
  expect(device.commands).toEqual([]);
});

it('passes on what the device says to it, and records that', async () => {
  device.judge = () => 'refuses';
  expect((await act({ kind: 'home' })).json()).toMatchObject({ reason: 'no-permission' });
  expect((await recorded()).at(-1)).toBe('ptz.home failed no-permission: 403');
});

it('acts for an open window of the same session alone', async () => {
  const other = await ControlClient.open(proxy, await proxy.signInAs('operator'));
  for (const windowId of [other.windowId, 'none', '']) {
    const { status, json } = await act({ kind: 'home' }, windowId);
    expect([status, json()]).toMatchObject([400, { detail: 'windowId' }]);
  }
  other.socket.close();
  expect(device.commands).toEqual([]);
});

it('acts for nobody whose session has ended while the request was on its way', async () => {
  const { access, control } = proxy.parts;
  const token = await proxy.signInAs('operator');
  const other = await ControlClient.open(proxy, token);
  const session = access.sessions.find(token);
  const caller = session ? access.gate.callerWith(session) : nobody;
  // Its socket is not closed yet.
  other.socket.pause();
  await proxy.ask('DELETE', '/api/session', undefined, token);
  const from = { caller, address: '', cameraId, windowId: other.windowId };
  const run = vi.fn();
  const acted = control.act(from, { operation: 'ptz.home' }, run);
  await expect(acted).rejects.toMatchObject({ fault: 'not-allowed' });
  expect(run).not.toHaveBeenCalled();
  other.socket.terminate();
});

it('lets nobody act with a camera that somebody else steers', async () => {
  const token = await proxy.signInAs('operator');
  const other = await ControlClient.open(proxy, token);
  expect((await act({ kind: 'home' })).status).toBe(204);
  const body = { windowId: other.windowId, action: { kind: 'home' } };
  const refused = await proxy.ask('POST', routes.ptzActions(cameraId), body, token);
  expect([refused.status, refused.json()]).toMatchObject([
    409,
    { reason: 'steered-by-other', detail: 'First' },
  ]);
  expect((await recorded()).at(-1)).toBe('ptz.home refused steered-by-other');
  expect(device.commands).toEqual(['home']);
  other.socket.close();
});

it('saves presets with a picture, up to the most that there can be, and removes them', async () => {
  const { windowId } = client;
  const save = (id: string | null, name: string) =>
    proxy.ask('POST', routes.presets(cameraId), { windowId, id, name });
  for (const name of ['Gate', 'Yard', 'Ramp']) expect((await save(null, name)).status).toBe(201);
  const full = await save(null, 'One more');
  expect([full.status, full.json()]).toMatchObject([409, { reason: 'presets-full' }]);
  const saved = await save('2', 'Yard at night');
  expect(presetSchema.parse(saved.json())).toMatchObject({ id: '2', number: 2 });
  expect((await recorded()).slice(-2)).toEqual([
    'preset.save  One more refused presets-full',
    'preset.save 2 Yard at night done',
  ]);
  const list = async () =>
    presetListSchema.parse((await proxy.ask('GET', routes.presets(cameraId))).json()).presets;
  expect(await list()).toMatchObject([
    { id: '1', name: 'Gate', picturedAtMs: expect.any(Number) },
    { id: '2', name: 'Yard at night', picturedAtMs: expect.any(Number) },
    { id: '3', name: 'Ramp', picturedAtMs: expect.any(Number) },
  ]);
  const seen = await fetch(`${proxy.origin}${routes.presetPicture(cameraId, '2')}`, {
    headers: proxy.headers(),
  });
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(picture);
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
  });
  expect((await proxy.ask('DELETE', routes.preset(cameraId, '2'), {})).status).toBe(204);
  expect((await proxy.ask('GET', routes.presetPicture(cameraId, '2'))).status).toBe(404);
  expect((await list()).map(({ id }) => id)).toEqual(['1', '3']);
  const renamed = await proxy.ask('PATCH', routes.preset(cameraId, '1'), { name: 'Door' });
  expect(renamed.json()).toMatchObject({ reason: 'not-supported' });
  expect((await proxy.ask('POST', routes.goToPreset(cameraId, '3'), { windowId })).status).toBe(
    204,
  );
  expect(device.commands.at(-1)).toBe('go id=3');
});

it('saves a preset also where no picture can be taken, and shows no older one', async () => {
  const { windowId } = client;
  const save = () =>
    proxy.ask('POST', routes.presets(cameraId), { windowId, id: '1', name: 'Gate' });
  expect((await save()).json()).toHaveProperty('picturedAtMs');
  const snapshot = vi.spyOn(proxy.parts.media, 'snapshot');
  snapshot.mockResolvedValueOnce({ bytes: Buffer.alloc(513 * 1024) });
  const saved = await save();
  expect(saved.status).toBe(201);
  expect(saved.json()).not.toHaveProperty('picturedAtMs');
  expect((await proxy.ask('GET', routes.presetPicture(cameraId, '1'))).status).toBe(404);
});

it('keeps what the window showed where the device gives no picture, if it is one', async () => {
  const shown = jpegOf(7, 2000);
  const save = (bytes: Buffer) =>
    proxy.ask('POST', routes.presets(cameraId), {
      ...{ windowId: client.windowId, id: '1', name: 'Gate' },
      picture: bytes.toString('base64'),
    });
  const kept = async () => {
    const reply = await fetch(`${proxy.origin}${routes.presetPicture(cameraId, '1')}`, {
      headers: proxy.headers(),
    });
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    return Buffer.from(await reply.arrayBuffer());
  };
  const snapshot = vi.spyOn(proxy.parts.media, 'snapshot');
  snapshot.mockRejectedValueOnce(new DeviceError('unsupported', 'not-supported'));
  expect((await save(shown)).json()).toHaveProperty('picturedAtMs');
  expect(await kept()).toEqual(shown);
  expect((await save(shown)).status).toBe(201);
  expect(await kept()).toEqual(picture);
  device.commands.length = 0;
  const page = Buffer.from('<script>alert(1)</script>');
  const foreign = [page, Buffer.concat([shown, page]), shown.subarray(0, -2), jpegOf(1, 131_072)];
  for (const bytes of [...foreign, Buffer.alloc(0)]) {
    const { status, json } = await save(bytes);
    expect([status, json()]).toMatchObject([400, { detail: 'picture' }]);
  }
  expect(device.commands).toEqual([]);
});

it('starts, stops, reads and saves tours', async () => {
  const { windowId } = client;
  const id = 'sequence-1';
  const started = async () =>
    tourListSchema.parse((await proxy.ask('GET', routes.tours(cameraId))).json()).startedId;
  expect(await started()).toBeNull();
  await proxy.ask('POST', routes.startTour(cameraId, id), { windowId });
  expect(await started()).toBe(id);
  await proxy.ask('POST', routes.stopTour(cameraId, id), { windowId });
  expect(await started()).toBeNull();
  const plan = tourPlanSchema.parse((await proxy.ask('GET', routes.tour(cameraId, id))).json());
  // A device that keeps names in a file of lines would take the second for one of its settings.
  const changed = { ...plan, name: 'Night\nroot.a=b' };
  const body = { windowId, plan: changed };
  expect((await proxy.ask('PUT', routes.tour(cameraId, id), body)).status).toBe(204);
  expect(device.commands).toEqual([
    `start id=${id}`,
    `end id=${id}`,
    `plan id=${id} kind=sequence name=Night root.a=b`,
  ]);
  expect((await recorded()).slice(-3)).toEqual([
    `tour.start ${id} done`,
    `tour.stop ${id} done`,
    `tour.save ${id} done`,
  ]);
});
