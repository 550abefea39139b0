import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { soleOwner } from '../cluster/device-ownership.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import type { DeviceListener } from '../registry/device-registry.ts';
import { EventListeners } from './event-listeners.ts';
import { TestDevice } from './test-device.ts';
import { motion, startMs, TestJournal } from './test-journal.ts';

let test: TestJournal;
let device: TestDevice;
let devices: Map<string, ActiveDevice>;
let tell: DeviceListener;
let listeners: EventListeners | undefined;

beforeEach(() => {
  test = new TestJournal();
  device = new TestDevice();
  devices = new Map([['d1', device.active()]]);
});
afterEach(async () => {
  await listeners?.stop();
  await test.end();
});

async function listen(): Promise<EventListeners> {
  const journal = await test.open();
  listeners = await EventListeners.open({
    registry: {
      get devices() {
        return [...devices.values()];
      },
      device: (id) => devices.get(id),
      listen: (listener) => {
        tell = listener;
        return () => undefined;
      },
      swapChannels: () => Promise.resolve(),
    },
    ownership: soleOwner,
    journal,
    store: test.store,
    now: () => test.nowMs,
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    watched: () => false,
    recheck: () => Promise.resolve(),
  });
  return listeners;
}
const listening = () =>
  vi.waitFor(() => expect(listeners?.standings).toMatchObject([{ state: 'listening' }]));

async function gaps() {
  await vi.waitFor(async () => expect(await test.store.findGaps({}, 9)).not.toEqual([]));
  return test.store.findGaps({}, 9);
}

it('marks the time in which the proxy itself was away', async () => {
  await listen();
  await listening();
  await vi.waitFor(async () => expect((await test.store.readAlive()).get('d1')).toBe(startMs));
  await listeners?.stop();
  await test.close();
  test.nowMs += 60_000;
  await listen();
  await listening();
  await vi.waitFor(async () =>
    expect(await gaps()).toMatchObject([
      { state: 'open', fromMs: startMs, toMs: startMs + 60_000, deviceName: 'Recorder d1' },
    ]),
  );
});

it('listens anew to a device that is changed, and no more by its old road', async () => {
  await listen();
  await listening();
  const [old] = device.opened;
  const next = new TestDevice();
  devices.set('d1', next.active());
  tell('d1', 'changed');
  await listening();
  await vi.waitFor(() => expect(old?.destroyed).toBe(true));
  next.say({ channel: '1', fact: motion });
  await vi.waitFor(() => expect(test.stored).toHaveLength(1));
});

it('forgets a device that is removed, and what it will never fill', async () => {
  await test.open();
  await test.store.saveAlive(new Map([['d1', startMs - 5000]]));
  await test.close();
  device.ways = [];
  await listen();
  devices.clear();
  tell('d1', 'removed');
  expect(listeners?.standings).toEqual([]);
  await vi.waitFor(async () => expect((await test.store.readAlive()).size).toBe(0));
  await vi.waitFor(async () =>
    expect(await gaps()).toMatchObject([{ state: 'open', fromMs: startMs - 5000, toMs: startMs }]),
  );
});
