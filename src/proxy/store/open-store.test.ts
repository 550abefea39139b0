import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noCapabilities } from '../../domain/camera.ts';
import { StartFailure } from '../start-failure.ts';
import { openStore } from './open-store.ts';
import type { CameraRow, DeviceRow } from './store.ts';

const device: DeviceRow = {
  id: 'd1',
  name: 'Recorder',
  protocolId: 'tsapi',
  origin: 'http://192.168.1.20',
  entryTarget: '/',
  username: 'admin',
};
const camera: CameraRow = {
  id: 'c1',
  deviceId: 'd1',
  channel: '3',
  number: 1,
  name: 'Gate',
  enabled: true,
  description: {
    capabilities: { ...noCapabilities, presets: 8 },
    streams: [{ id: 'main-hls', kind: 'hls', quality: 'main', width: 1280, target: '/x.m3u8' }],
  },
};
const secret = { deviceId: 'd1', field: 'password', sealed: 'v1.a.b.c' };

let folder = '';
const file = () => path.join(folder, 'watchfloor.sqlite');
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openStore', () => {
  it('keeps devices, secrets and cameras over a restart', async () => {
    const before = await openStore(folder, 1);
    await before.saveDevice(device, [secret], [camera]);
    await before.saveDevice({ ...device, name: 'NVR' }, [secret], [{ ...camera, enabled: false }]);
    await before.close();
    const after = await openStore(folder, 2);
    expect(await after.readRegistry()).toEqual({
      devices: [{ ...device, name: 'NVR' }],
      secrets: [secret],
      cameras: [{ ...camera, enabled: false }],
    });
    await after.close();
  });

  it('removes a device with all that is its own', async () => {
    const store = await openStore(folder, 1);
    await store.saveDevice(device, [secret], [camera]);
    await store.removeDevice('d1');
    expect(await store.readRegistry()).toEqual({ devices: [], secrets: [], cameras: [] });
    await store.close();
  });

  it('saves a device wholly or not at all', async () => {
    const store = await openStore(folder, 1);
    const twice = [camera, { ...camera, id: 'c2' }];
    await expect(store.saveDevice(device, [secret], twice)).rejects.toThrow();
    expect((await store.readRegistry()).devices).toEqual([]);
    await store.close();
  });

  it('keeps views in the order in which they were made', async () => {
    const store = await openStore(folder, 1);
    const cells = [null, { cameraId: 'c1', fit: 'contain', quality: 'auto' } as const];
    const view = { layout: '4', cells, alarmPolicy: 'border' } as const;
    await store.saveView({ ...view, id: 'b', name: 'First' });
    await store.saveView({ ...view, id: 'a', name: 'Second' });
    await store.saveView({ ...view, id: 'b', name: 'First of all', alarmPolicy: 'hotspot' });
    expect((await store.readViews()).map(({ name }) => name)).toEqual(['First of all', 'Second']);
    expect((await store.readViews())[0]).toMatchObject({ cells, alarmPolicy: 'hotspot' });
    expect(await store.removeView('b')).toBe(true);
    expect(await store.removeView('b')).toBe(false);
    await store.close();
  });

  it('learns a camera again whose description cannot be read', async () => {
    const store = await openStore(folder, 1);
    await store.saveDevice(device, [], [camera]);
    await store.close();
    const raw = new SqliteDatabase(file());
    raw.exec(`update cameras set description = '{"streams": 7'`);
    raw.close();
    const again = await openStore(folder, 1);
    expect((await again.readRegistry()).cameras[0]?.description.streams).toEqual([]);
    await again.close();
  });

  it('says that a file is damaged, and leaves it as it is', async () => {
    writeFileSync(file(), 'this was a database once'.repeat(100));
    const before = readFileSync(file());
    await expect(openStore(folder, 1)).rejects.toThrow(/is damaged/);
    await expect(openStore(folder, 1)).rejects.toThrow(StartFailure);
    expect(readFileSync(file())).toEqual(before);
  });

  it('says so when a page in the middle is damaged', async () => {
    const store = await openStore(folder, 1);
    await store.saveDevice(device, [secret], [camera]);
    await store.close();
    const bytes = readFileSync(file());
    bytes.fill(0xee, 4096, 3 * 4096);
    writeFileSync(file(), bytes);
    await expect(openStore(folder, 1)).rejects.toThrow(/is damaged/);
  });

  it('does not touch what a newer version wrote', async () => {
    await (await openStore(folder, 1)).close();
    const raw = new SqliteDatabase(file());
    raw.exec('insert into migrations (number, applied_at_ms) values (99, 1)');
    raw.close();
    await expect(openStore(folder, 1)).rejects.toThrow(/newer Watchfloor/);
  });

  it('names the place when the folder cannot be made', async () => {
    writeFileSync(path.join(folder, 'data'), '');
    await expect(openStore(path.join(folder, 'data'), 1)).rejects.toThrow(/cannot be opened/);
  });
});
