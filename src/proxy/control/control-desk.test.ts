import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { still, velocityOf } from '../../domain/ptz.ts';
import { ControlClient } from '../test-site/control-client.ts';
import {
  registerSteered,
  type SteeredDevice,
  startSteeredDevice,
} from '../test-site/steered-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';
import { ControlDesk } from './control-desk.ts';

const right = velocityOf({ pan: 1 });
const proxy = new TestProxy();
let device: SteeredDevice;
let cameraId: string;
let deviceId: string;

beforeAll(async () => {
  device = await startSteeredDevice();
  await proxy.start();
  ({ cameraId, deviceId } = await registerSteered(proxy.parts, device));
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});
afterEach(() => {
  device.judge = () => 'obeys';
});

const movements = () => proxy.parts.store.control.readMovements();
async function moving(): Promise<ControlClient> {
  const client = await ControlClient.open(proxy);
  client.ask({ type: 'attend', cameraId });
  client.move(cameraId, right);
  await vi.waitFor(() => expect(device.velocity).toEqual(right));
  return client;
}

it('writes down what moves before the device has answered, until it stands', async () => {
  device.judge = () => 'hangs';
  const client = await ControlClient.open(proxy);
  client.move(cameraId, right);
  await vi.waitFor(async () =>
    expect(await movements()).toEqual([{ cameraId, velocities: [right] }]),
  );
  device.judge = () => 'obeys';
  // What the device may obey late is stopped more than once before that is sure.
  await vi.waitFor(async () => expect(await movements()).toEqual([]), { timeout: 8000 });
  expect(device.velocity).toEqual(still);
  client.socket.close();
});

it('stops at its start what a proxy before left moving', async () => {
  const { parts } = proxy;
  // As after a kill: it turns, and nobody is there who would send a stop.
  await fetch(`${device.origin}/move?pan=1`);
  await parts.store.control.saveMovement({ cameraId, velocities: [right] });
  const commands = device.commands.length;
  const next = new ControlDesk({
    directory: parts.directory,
    registry: parts.registry,
    store: parts.store.control,
    audit: parts.audit.record,
    gate: parts.access.gate,
    sessions: parts.access.sessions,
    snapshot: (id) => parts.media.snapshot(id),
    now: parts.now,
    onFault: (fault) => {
      throw fault;
    },
  });
  await next.recover();
  await vi.waitFor(async () => expect(await movements()).toEqual([]));
  expect([device.commands[commands], device.velocity]).toEqual(['stop', still]);
  await parts.audit.flush();
  const { text } = await proxy.ask('GET', '/api/audit?operation=ptz.recover');
  expect(text).toContain(cameraId);
  await next.stop();
});

it('stops by the old way a camera whose device gets another address, and goes on by the new', async () => {
  const client = await moving();
  const changed = proxy.ask('PATCH', `/api/devices/${deviceId}`, {
    username: 'guard',
    password: 'pw',
  });
  await vi.waitFor(() => expect(device.velocity).toEqual(still));
  expect((await changed).status).toBe(200);
  client.ask({ type: 'leave', cameraId });
  client.ask({ type: 'attend', cameraId });
  await vi.waitFor(() => expect(client.steering?.motion).toBe('still'));
  client.socket.close();
  // With the protocol of this test there is no way by the new address: it is made anew.
  await proxy.ask('DELETE', `/api/devices/${deviceId}`, {});
  ({ cameraId, deviceId } = await registerSteered(proxy.parts, device));
});

it('stops everything that moves before it says goodbye to anybody', async () => {
  const client = await moving();
  let atGoodbye: unknown;
  client.socket.once('close', () => {
    atGoodbye = { ...device.velocity };
  });
  await proxy.stop();
  expect(device.velocity).toEqual(still);
  await vi.waitFor(() => expect(atGoodbye).toEqual(still));
  await proxy.start();
  await proxy.ask('DELETE', `/api/devices/${deviceId}`, {});
  ({ cameraId, deviceId } = await registerSteered(proxy.parts, device));
});

it('ends in time although a camera cannot be stopped, and knows of it later', async () => {
  await moving();
  device.judge = () => 'fails';
  const beganMs = performance.now();
  await proxy.stop();
  expect(performance.now() - beganMs).toBeLessThan(4000);
  device.judge = () => 'obeys';
  await proxy.start();
  // The protocol of this test is none of the product's, so that there is no way to the camera now.
  expect(await movements()).toEqual([{ cameraId, velocities: [right] }]);
});
