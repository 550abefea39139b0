import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createExtraDevices } from '../extra-devices.ts';
import { IpcamDevice } from '../ipcam/ipcam-device.ts';
import { networkCameras } from '../scenery/site-cameras.ts';
import { TsNvr } from '../ts-nvr/ts-nvr.ts';
import { startQuietSite } from './quiet-site.ts';

const fiveMinutesMs = 300_000;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

function watch(seed: number) {
  const now = () => Date.now();
  const recorder = new TsNvr({ port: 0, now });
  const cameras = networkCameras.map((camera) => new IpcamDevice({ port: 0, camera, now }));
  const [videoServer, olderServer] = createExtraDevices(0, now);
  const devices = [recorder, ...cameras, videoServer, olderServer].flatMap((one) => one ?? []);
  vi.setSystemTime(Date.UTC(2026, 10, 21, 5, 47, 0));
  const end = startQuietSite(devices, seed);
  vi.advanceTimersByTime(fiveMinutesMs);
  end();
  expect(vi.getTimerCount()).toBe(0);
  return devices.map(({ name, events }) => ({ name, sent: events.sent }));
}

it('shows a call, a failed recording and some plates within five minutes, and no flood', () => {
  for (const seed of [1, 2, 3]) {
    const all = watch(seed);
    const [recorder] = all;
    const count = (kind: string) => recorder?.sent.filter((one) => one.kind === kind).length ?? 0;
    expect(count('call')).toBeGreaterThanOrEqual(2);
    expect(count('recording')).toBeGreaterThanOrEqual(2);
    expect(count('plate')).toBeGreaterThanOrEqual(2);
    expect(count('object')).toBeGreaterThanOrEqual(5);
    expect(count('parking')).toBeGreaterThanOrEqual(2);
    const moving = new Set(
      recorder?.sent.filter(({ kind }) => kind === 'motion').map(({ channel }) => channel),
    );
    expect(moving.size).toBeGreaterThanOrEqual(4);
    for (const { sent } of all) expect(sent.length).toBeGreaterThan(0);
    expect(all.flatMap(({ sent }) => sent).length).toBeLessThan(300);
  }
});

it('is the same for the same seed', () => {
  const first = watch(7);
  expect(watch(7)).toEqual(first);
  expect(watch(8)).not.toEqual(first);
});
