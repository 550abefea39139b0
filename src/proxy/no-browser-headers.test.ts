import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceSchema } from '../api/device.ts';
import { type StillCamera, startStillCamera } from './test-site/still-camera.ts';
import { TestProxy } from './test-site/test-proxy.ts';

const account = { username: 'guard', password: 'c4nary' };
let proxy: TestProxy;
let camera: StillCamera;

beforeEach(async () => {
  camera = await startStillCamera(account.username, account.password);
  proxy = new TestProxy();
  await proxy.start();
});
afterEach(async () => {
  await proxy.end();
  await camera.stop();
});

/** All that a device ever hears of whoever asks, besides what it set itself. */
const ours = ['accept', 'accept-encoding', 'authorization', 'connection', 'cookie', 'host'];

describe('trust: what a device is told', () => {
  it('is a short list of our own, whatever the browser says', async () => {
    const address = `http://127.0.0.1:${camera.port}/still.jpg`;
    const last = (await proxy.probe({ address, ...account })).at(-1);
    if (last?.type !== 'found') throw new TypeError(JSON.stringify(last));
    const { draftId, cameras } = last.findings;
    const chosen = cameras.map(({ id }) => ({ id, name: 'Gate', enabled: true }));
    const body = { draftId, name: 'Gate', cameras: chosen };
    const device = deviceSchema.parse((await proxy.ask('POST', '/api/devices', body)).json());
    const cameraId = chosen[0]?.id;
    for (const place of [`cameras/${cameraId}/snapshot`, 'devices', 'cameras', 'site']) {
      await proxy.ask('GET', `/api/${place}`);
    }
    await proxy.ask('PATCH', `/api/devices/${device.id}`, { password: account.password });
    await proxy.probe({ address: device.address, deviceId: device.id });
    await proxy.ask('GET', `/api/cameras/${cameraId}/snapshot`);

    const heard = camera.requests.map(({ headers }) => headers);
    const names = new Set(heard.flatMap((headers) => Object.keys(headers)));
    expect([...names].toSorted()).toEqual(ours);
    const values = (name: string) => [...new Set(heard.map((headers) => headers[name]))];
    expect(values('accept')).toEqual(['*/*']);
    expect(values('accept-encoding')).toEqual(['identity']);
    expect(values('host')).toEqual([`127.0.0.1:${camera.port}`]);
    // The camera's own, never the browser's.
    expect(values('cookie').filter(Boolean)).toEqual(['device=1']);
    expect(heard.length).toBeGreaterThanOrEqual(8);
  });

  it('is nothing at all where the address is one of our own', async () => {
    for (const address of [proxy.origin, proxy.origin.replace('127.0.0.1', 'localhost')]) {
      const events = await proxy.probe({ address, ...account });
      expect(events.at(-1)).toMatchObject({
        type: 'stopped',
        rung: 'name',
        problem: { reason: 'address-not-allowed' },
      });
    }
  });
});
