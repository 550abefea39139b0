import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type DeviceCamera, noCapabilities } from '../../domain/camera.ts';
import { protocolById } from '../../protocols/catalogue.ts';
import { InProcessEventBus } from '../cluster/event-bus.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import type { CheckReport } from './check-device.ts';
import { DeviceRegistry } from './device-registry.ts';
import { Sealer } from './sealer.ts';

const environment = { now: () => 1_763_700_000_000, random: () => 0.5 };
let folder = '';
let store: Store;
let registry: DeviceRegistry;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-registry-'));
  store = await openStore(folder, 1);
  registry = await DeviceRegistry.open({
    store,
    bus: new InProcessEventBus(),
    sealer: new Sealer(Buffer.alloc(32, 1)),
    connect: (target) => new DeviceConnection(target, environment),
    addresses: new AddressPolicy({ allowLoopback: true }),
    protocolById,
    now: environment.now,
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await registry.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const camera: DeviceCamera = {
  channel: '1',
  name: 'Gate',
  state: 'connected',
  capabilities: noCapabilities,
  streams: [],
};
const heard: CheckReport = { kind: 'answered', cameras: [camera] };

function device(id: string) {
  const row = { id, name: id, protocolId: 'tsapi', origin: 'http://127.0.0.1:9', username: '' };
  return registry.activate({ ...row, entryTarget: '/' }, undefined);
}
const add = (id: string) => registry.add(device(id), { name: id, cameras: [] });

it('keeps one of two devices that are added at once with the same address', async () => {
  const outcomes = await Promise.allSettled([add('one'), add('two')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(registry.devices.map(({ id }) => id)).toEqual(['one']);
  expect((await store.readRegistry()).devices.map(({ id }) => id)).toEqual(['one']);
});

it('does not keep a device that could not be written', async () => {
  vi.spyOn(store, 'saveDevice').mockRejectedValueOnce(new RangeError('disk full'));
  await expect(add('one')).rejects.toThrow('disk full');
  expect(registry.devices).toEqual([]);
  await add('one');
  expect(registry.devices).toHaveLength(1);
});

it('writes with the next look the cameras that could not be written', async () => {
  const one = device('one');
  await registry.add(one, { name: 'one', cameras: [] });
  vi.spyOn(store, 'saveCameras').mockRejectedValueOnce(new RangeError('disk full'));
  await expect(registry.report(one, heard)).rejects.toThrow('disk full');
  expect(one.cameras).toEqual([]);
  await registry.report(one, heard);
  const { cameras } = await store.readRegistry();
  expect(cameras.map(({ id, name }) => [id, name])).toEqual([[one.cameras[0]?.row.id, 'Gate']]);
});
