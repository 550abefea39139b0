import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ChannelState, type DeviceCamera, noCapabilities } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { protocolById } from '../../protocols/catalogue.ts';
import { soleOwner } from '../cluster/device-ownership.ts';
import { InProcessEventBus } from '../cluster/event-bus.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import type { CheckReport } from './check-device.ts';
import { DeviceRegistry } from './device-registry.ts';
import { DeviceWatch } from './device-watch.ts';
import { Sealer } from './sealer.ts';
import { cameraView, deviceView } from './views-of-device.ts';

const environment = { now: () => Date.now(), random: () => 0.5 };
const startMs = 1_763_700_000_000;

let folder = '';
let store: Store;
let registry: DeviceRegistry;
let watch: DeviceWatch;
let answer: CheckReport;
let looks: number[];
let identified: boolean[];
let published: string[];
const faults = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers({ now: startMs });
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-watch-'));
  store = await openStore(folder, 1);
  const bus = new InProcessEventBus();
  published = [];
  looks = [];
  identified = [];
  answer = answered(['connected', 'connected']);
  faults.mockReset();
  registry = await DeviceRegistry.open({
    store,
    bus,
    sealer: new Sealer(Buffer.alloc(32, 1)),
    connect: (target) => new DeviceConnection(target, environment),
    addresses: new AddressPolicy({ allowLoopback: true }),
    protocolById,
    now: environment.now,
  });
  watch = new DeviceWatch({
    registry,
    ownership: soleOwner,
    environment,
    onFault: faults,
    check: async (_device, { identify }) => {
      looks.push(Date.now() - startMs);
      identified.push(identify);
      return answer;
    },
  });
  const row = {
    id: 'd1',
    name: 'Recorder',
    protocolId: 'tsapi',
    origin: 'http://127.0.0.1:9',
    entryTarget: '/',
    username: 'admin',
  };
  await registry.add(registry.activate(row, undefined), { name: 'Recorder', cameras: [] });
  bus.subscribe((topic) => published.push(topic));
});

afterEach(async () => {
  watch.stop();
  await registry.close();
  await store.close();
  rmSync(folder, { recursive: true });
  expect(faults).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function answered(
  states: readonly ChannelState[],
  more: Partial<Extract<CheckReport, { kind: 'answered' }>> = {},
): CheckReport {
  const cameras: DeviceCamera[] = states.map((state, index) => ({
    channel: String(index + 1),
    name: `Camera ${index + 1}`,
    state,
    capabilities: noCapabilities,
    streams: [{ id: 'main-mjpeg', kind: 'mjpeg', quality: 'main', target: `/${index}` }],
  }));
  return { kind: 'answered', identity: { product: 'NVR' }, cameras, ...more };
}

const failed = (error: DeviceError): CheckReport => ({ kind: 'failed', error });
const look = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function seen() {
  const device = registry.device('d1');
  if (!device) throw new TypeError('the device is gone');
  return {
    ...deviceView(device),
    states: device.cameras.map((camera) => cameraView(device, camera).state),
    sinceMs: device.cameras.map((camera) => cameraView(device, camera).stateSinceMs - startMs),
    notRecording: device.cameras.map((camera) => cameraView(device, camera).notRecordingSinceMs),
  };
}

describe('DeviceWatch', () => {
  it('takes in the cameras of a new device and numbers them', async () => {
    expect(seen().state).toBe('checking');
    await look(0);
    expect(seen()).toMatchObject({
      state: 'online',
      product: 'NVR',
      states: ['connected', 'connected'],
    });
    expect(seen().cameras.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Camera 1'],
      [2, 'Camera 2'],
    ]);
    expect((await store.readRegistry()).cameras).toHaveLength(2);
  });

  it('looks every 15 s, and asks who it is only now and then', async () => {
    await look(45_000);
    expect(looks).toEqual([0, 15_000, 30_000, 45_000]);
    await look(16 * 15_000);
    expect(identified.filter(Boolean)).toHaveLength(1);
    await look(15_000);
    expect(identified.filter(Boolean)).toHaveLength(2);
  });

  it('says nothing while nothing changes', async () => {
    await look(0);
    published.length = 0;
    answer = answered(['connected', 'connected'], { latencyMs: 40, clockSkewMs: 900 });
    await look(15_000);
    published.length = 0;
    answer = answered(['connected', 'connected'], { latencyMs: 90, clockSkewMs: -900 });
    await look(15_000);
    expect(published).toEqual([]);
    expect(seen()).toMatchObject({
      latencyMs: 90,
      clockSkewMs: -900,
      lastSeenMs: startMs + 30_000,
    });
  });

  it('tells of a channel that goes dark, with the moment', async () => {
    await look(0);
    published.length = 0;
    answer = answered(['connected', 'no-network']);
    await look(15_000);
    expect(seen()).toMatchObject({ state: 'partly-online', states: ['connected', 'no-network'] });
    expect(seen().sinceMs).toEqual([0, 15_000]);
    expect(published.sort()).toEqual(['cameras', 'devices']);
    await look(15_000);
    expect(seen().sinceMs).toEqual([0, 15_000]);
  });

  it('climbs down a ladder while a device is away, and back at once', async () => {
    await look(0);
    answer = failed(new DeviceError('unreachable', 'connection-refused'));
    await look(15_000 + 1000 + 2000 + 4000 + 8000 + 15_000);
    expect(looks).toEqual([0, 15_000, 16_000, 18_000, 22_000, 30_000, 45_000]);
    expect(seen()).toMatchObject({
      state: 'offline',
      stateSinceMs: startMs + 15_000,
      problem: { kind: 'unreachable', reason: 'connection-refused' },
      states: ['no-response', 'no-response'],
    });
    answer = answered(['connected', 'connected']);
    await look(15_000);
    expect(seen()).toMatchObject({ state: 'online', states: ['connected', 'connected'] });
    expect(seen().problem).toBeUndefined();
    expect(identified.at(-1)).toBe(true);
  });

  it('tries a refused password twice, then only once a minute', async () => {
    answer = failed(new DeviceError('unauthorized', 'login-refused', { detail: '401' }));
    await look(121_000);
    expect(looks).toEqual([0, 1000, 61_000, 121_000]);
    expect(seen()).toMatchObject({ state: 'login-refused', problem: { reason: 'login-refused' } });
  });

  it('looks at once after a change of the account', async () => {
    answer = failed(new DeviceError('unauthorized', 'login-refused'));
    await look(2000);
    looks.length = 0;
    answer = answered(['connected']);
    await registry.change('d1', { password: 'right' });
    await look(0);
    expect(looks).toEqual([2000]);
    expect(seen()).toMatchObject({ state: 'online', hasPassword: true });
  });

  it('remembers since when a streaming camera does not record', async () => {
    const recording = (on: boolean): CheckReport => {
      const report = answered(['connected']);
      if (report.kind !== 'answered') return report;
      const [camera] = report.cameras;
      return {
        ...report,
        cameras: camera ? [{ ...camera, recording: { streaming: true, recording: on } }] : [],
      };
    };
    answer = recording(true);
    await look(0);
    expect(seen().notRecording).toEqual([undefined]);
    answer = recording(false);
    await look(30_000);
    expect(seen().notRecording).toEqual([startMs + 15_000]);
    answer = recording(true);
    await look(15_000);
    expect(seen().notRecording).toEqual([undefined]);
  });

  it('keeps the place of a channel that the device no longer names', async () => {
    await look(0);
    answer = answered(['connected']);
    await look(15_000);
    expect(seen().states).toEqual(['connected', 'unused']);
    expect(seen().cameras).toHaveLength(2);
  });

  it('looks no more at a device that was removed', async () => {
    await look(0);
    await registry.remove('d1');
    await look(60_000);
    expect(looks).toEqual([0]);
    expect((await store.readRegistry()).devices).toEqual([]);
  });
});
