import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { networkCameras } from '../scenery/site-cameras.ts';
import { IpcamDevice } from './ipcam-device.ts';

const clock = { ms: 1000 };
const [site] = networkCameras;
if (site === undefined) throw new TypeError('the site has no cameras of their own');
const camera = new IpcamDevice({ port: 0, camera: site, now: () => clock.ms });

beforeAll(() => camera.start());
afterAll(() => camera.stop());
beforeEach(() => {
  for (const kind of ['motion', 'input']) send(kind, false);
});

const login = Buffer.from(`${camera.username}:${camera.password}`).toString('base64');
const send = (kind: string, on: boolean) => camera.events.send({ kind, fields: { on } });
const get = (target: string, init: RequestInit = {}) =>
  fetch(`${camera.origin}/${target}`, { ...init, headers: { Authorization: `Basic ${login}` } });
const alarm = async () =>
  Number(/alarm_status=(\d)/.exec(await (await get('get_status.cgi')).text())?.[1]);

it('tells motion as 1 while it goes on', async () => {
  expect(await alarm()).toBe(0);
  send('motion', true);
  expect(await alarm()).toBe(1);
  send('motion', false);
  expect(await alarm()).toBe(0);
});

it('tells its input as 2 where that is armed, and motion before it', async () => {
  send('input', true);
  expect(await alarm()).toBe(0);
  await get('set_alarm.cgi?motion_armed=1&input_armed=1');
  expect(await alarm()).toBe(2);
  send('motion', true);
  expect(await alarm()).toBe(1);
  await get('set_alarm.cgi?motion_armed=0&input_armed=0');
  expect(await alarm()).toBe(0);
  await get('set_alarm.cgi?motion_armed=1');
});

it('fails those who ask, for as long as it is told to', async () => {
  camera.events.faults.set('refuse', 500);
  expect((await get('get_status.cgi')).status).toBe(503);
  camera.events.faults.set('cut', 500);
  await expect(get('get_status.cgi')).rejects.toThrow();
  camera.events.faults.set('garbage', 500);
  expect(await (await get('get_status.cgi')).text()).not.toContain('alarm_status');
  camera.events.faults.set('silent', 500);
  const asked = camera.log.entries.length;
  const leave = new AbortController();
  const waiting = expect(get('get_status.cgi', { signal: leave.signal })).rejects.toThrow();
  await vi.waitFor(() => expect(camera.log.entries).toHaveLength(asked + 1), { interval: 2 });
  leave.abort();
  await waiting;
  clock.ms += 500;
  expect(await alarm()).toBe(0);
});
