import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry, AuditPage } from '../../api/audit.ts';
import type { EventSending, SendingPlaces } from '../../api/event-sending.ts';
import { routes } from '../../api/routes.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { ObedientDevice } from '../test-site/obedient-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
const device = new ObedientDevice();
const [camera, neighbour] = device.cameraIds;
let deviceId: string;
/** Of all cameras. */
let operator: string;
/** Of the first camera alone. */
let half: string;
/** Of no camera. */
let none: string;

beforeAll(async () => {
  await proxy.start();
  await device.register(proxy.parts);
  deviceId = proxy.parts.registry.devices[0]?.id ?? '';
  const { groups } = proxy.parts.access;
  const { id } = await groups.add({ name: 'One', cameraIds: [camera] });
  const empty = await groups.add({ name: 'None', cameraIds: [] });
  operator = await proxy.signInAs('operator');
  half = await proxy.signInAs('supervisor', [id]);
  none = await proxy.signInAs('supervisor', [empty.id]);
});
afterAll(() => proxy.end());

beforeEach(() => {
  device.refusal = undefined;
  device.changeRefusal = undefined;
  device.told.length = 0;
  clockSkew(undefined);
});

function clockSkew(clockSkewMs: number | undefined) {
  const found = proxy.parts.registry.device(deviceId);
  if (found) found.status = { ...found.status, clockSkewMs };
}

const plate = () => ({ kind: 'plate', deviceId, zoneCode: 'Z1', plate: 'DSP 963' });
const call = () => ({
  ...{ kind: 'call', deviceId, deviceName: 'vendor/phone', caller: '0000001', active: true },
});
const mark = {
  ...{ kind: 'mark', cameraId: camera, title: 'Fire', comment: 'Hall 5' },
  ...{ presetId: 'p3', backup: { beforeSeconds: 10, afterSeconds: 60 } },
};
const motion = { kind: 'motion', cameraId: camera };

const send = (body: unknown, token = operator) =>
  proxy.ask('POST', routes.eventSendings, body, token);
async function places(token: string) {
  const { json } = await proxy.ask('GET', routes.eventSendings, undefined, token);
  return (json() as SendingPlaces).devices;
}
async function lastLine(operation: string): Promise<AuditEntry | undefined> {
  await proxy.parts.audit.flush();
  const { json } = await proxy.ask('GET', `/api/audit?operation=${operation}`);
  return (json() as AuditPage).entries[0];
}
const told = () => device.told.map((text) => JSON.parse(text) as Record<string, unknown>);

describe('who takes what', () => {
  it('is told of the cameras that somebody may control, and no others', async () => {
    expect(await places(operator)).toEqual([
      {
        deviceId,
        name: 'Obedient',
        kinds: ['plate', 'call', 'mark', 'motion'],
        cameraIds: [camera, neighbour],
      },
    ]);
    expect(await places(half)).toEqual([
      { deviceId, name: 'Obedient', kinds: ['mark', 'motion'], cameraIds: [camera] },
    ]);
    expect(await places(none)).toEqual([]);
  });
});

describe('an event', () => {
  it('reaches the device, by its own clock where that is known', async () => {
    expect((await send(plate())).json()).toEqual({
      ...{ deviceName: 'Obedient', eventId: null, copies: 0 },
    });
    clockSkew(3_600_000);
    const beforeMs = Date.now();
    await send(call());
    const [first, second] = told();
    expect(first).toEqual({ zoneCode: 'Z1', plate: 'DSP 963' });
    expect(second).toEqual({
      ...{ deviceName: 'vendor/phone', caller: '0000001', active: true },
      atMs: expect.any(Number),
    });
    const lateMs = Number(second?.atMs) - beforeMs - 3_600_000;
    expect(lateMs).toBeGreaterThanOrEqual(0);
    expect(lateMs).toBeLessThan(10_000);
    expect(await lastLine('event.plate')).toMatchObject({
      actor: { kind: 'person', role: 'operator' },
      object: { kind: 'device', id: deviceId, name: 'Obedient' },
      parameters: { plate: 'DSP 963', zone: 'Z1' },
      outcome: 'answered',
    });
  });

  it('marks a moment, and tells no place on the device', async () => {
    const reply = await send(mark);
    expect(reply.json()).toEqual({ deviceName: 'Obedient', eventId: '12', copies: 1 });
    expect(reply.text).not.toContain('event-storage');
    expect(told()).toEqual([
      {
        ...{ channel: '1', title: 'Fire', comment: 'Hall 5', presetId: 'p3' },
        backup: { beforeSeconds: 10, afterSeconds: 60, channels: [] },
      },
    ]);
    expect(await lastLine('event.mark')).toMatchObject({
      object: { kind: 'camera', id: camera, name: 'Camera 1' },
      parameters: { title: 'Fire', preset: 'p3', copy: '10 s before, 60 s after' },
    });
    await send({ ...mark, title: ' ', comment: '', presetId: null, backup: null });
    expect(told()[1]).toEqual({ channel: '1' });
    expect((await send(motion)).status).toBe(200);
    expect(told()[2]).toEqual({ channel: '1' });
  });

  it.each([
    ['zoneCode', () => ({ ...plate(), zoneCode: ' ' })],
    ['plate', () => ({ ...plate(), plate: '' })],
    ['caller', () => ({ ...call(), caller: '' })],
    ['deviceName', () => ({ ...call(), deviceName: '' })],
    ['comment', () => ({ ...mark, comment: 'x'.repeat(501) })],
    ['backup', () => ({ ...mark, backup: { beforeSeconds: 3601, afterSeconds: 0 } })],
    ['presetId', () => ({ ...mark, presetId: 'p4' })],
  ])('is refused with the field that is wrong: %s', async (field, body) => {
    const reply = await send(body());
    expect(reply.status).toBe(400);
    expect((reply.json() as { detail: string }).detail).toMatch(new RegExp(`^${field}`));
    expect(device.told).toEqual([]);
  });

  it('that the device does not take is a failure, and recorded as one', async () => {
    device.changeRefusal = new DeviceError('rejected', 'command-refused', { detail: '-7' });
    const reply = await send(motion);
    expect([reply.status, reply.json()]).toMatchObject([502, { reason: 'command-refused' }]);
    expect(await lastLine('event.motion')).toMatchObject({
      outcome: 'failed',
      detail: 'command-refused: -7',
    });
  });

  it('for what somebody does not see is for what is not there', async () => {
    const viewer = await proxy.signInAs('viewer');
    expect((await send(motion, viewer)).status).toBe(403);
    const missing = await send({ kind: 'motion', cameraId: 'none' }, half);
    expect(missing.status).toBe(404);
    for (const body of [plate(), call(), { ...mark, cameraId: neighbour }]) {
      expect(await send(body, half)).toMatchObject({ status: 404, text: missing.text });
    }
    expect((await send(mark, half)).status).toBe(200);
    expect(device.told).toHaveLength(1);
    expect(await lastLine('event.call')).toMatchObject({
      outcome: 'refused',
      object: { name: '' },
    });
  });

  it('does not turn a camera that somebody else steers', async () => {
    const steerer = vi.spyOn(proxy.parts.control, 'steererOf').mockReturnValue('Anna');
    const reply = await send(mark);
    expect([reply.status, reply.json()]).toMatchObject([
      409,
      { reason: 'steered-by-other', detail: 'Anna' },
    ]);
    expect(device.told).toEqual([]);
    expect((await send({ ...mark, presetId: null })).status).toBe(200);
    steerer.mockRestore();
  });
});

describe('a rule', () => {
  beforeAll(() => {
    vi.spyOn(proxy.parts.events.journal, 'event').mockImplementation(
      async (eventId) =>
        ({
          ...{ deviceId, cameraId: camera, fact: JSON.parse(eventId) },
        }) as never,
    );
  });
  afterAll(() => vi.restoreAllMocks());

  const because = (fact: object, ruleId = 'r1') => ({
    ...{ ruleId, ruleName: 'Gate', alarmId: 'a1', eventId: JSON.stringify(fact) },
  });
  const other = { topic: 'tampering', active: true };

  it('sends without a person, and the record says for which alarm', async () => {
    await proxy.parts.sender.sendForRule(mark as EventSending, because(other));
    expect(device.told).toHaveLength(1);
    expect(await lastLine('event.mark')).toMatchObject({
      actor: { kind: 'system' },
      parameters: { rule: 'Gate', alarm: 'a1', title: 'Fire' },
      outcome: 'answered',
    });
  });

  it('does not answer to what was sent a moment ago', async () => {
    await send(plate());
    const heard = because({ topic: 'plate', plate: 'DSP-963' });
    await proxy.parts.sender.sendForRule(call() as EventSending, heard);
    expect(device.told).toHaveLength(1);
    expect(await lastLine('event.call')).toMatchObject({
      outcome: 'refused',
      detail: 'own-event',
      actor: { kind: 'system' },
    });
  });

  it('never fails whoever raised the alarm, whatever the device does', async () => {
    device.changeRefusal = new DeviceError('unreachable', 'no-route');
    await proxy.parts.sender.sendForRule(motion as EventSending, because(other));
    expect(await lastLine('event.motion')).toMatchObject({ outcome: 'failed', detail: 'no-route' });
    const gone = { kind: 'motion', cameraId: 'gone' } as const;
    await proxy.parts.sender.sendForRule(gone, because(other));
    expect(await lastLine('event.motion')).toMatchObject({
      outcome: 'refused',
      detail: 'not-found',
    });
  });

  it('leaves a camera to whoever steers it, and marks all the same', async () => {
    const steerer = vi.spyOn(proxy.parts.control, 'steererOf').mockReturnValue('Anna');
    await proxy.parts.sender.sendForRule(mark as EventSending, because(other));
    steerer.mockRestore();
    expect(told()[0]).not.toHaveProperty('presetId');
    expect((await lastLine('event.mark'))?.parameters).not.toHaveProperty('preset');
  });

  it('sends at most twenty times a minute', async () => {
    for (let number = 0; number < 25; number += 1) {
      const sending = { ...plate(), plate: `A ${number}` } as EventSending;
      await proxy.parts.sender.sendForRule(sending, because(other, 'busy'));
    }
    expect(device.told).toHaveLength(20);
    expect(await lastLine('event.plate')).toMatchObject({
      outcome: 'refused',
      detail: 'too-many-requests',
      parameters: { plate: 'A 20' },
    });
  });
});
