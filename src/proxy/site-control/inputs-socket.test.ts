import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { closeCodes, routes } from '../../api/routes.ts';
import { inputReportSchema } from '../../api/site-control.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { openSocket } from '../test-site/marked-window.ts';
import { ObedientDevice } from '../test-site/obedient-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
const device = new ObedientDevice();
const [camera, neighbour] = device.cameraIds;
let groupId: string;

beforeAll(async () => {
  await proxy.start();
  await device.register(proxy.parts);
  groupId = (await proxy.parts.access.groups.add({ name: 'One', cameraIds: [camera] })).id;
});
afterAll(() => proxy.end());

function look(cameraId: string, token: string) {
  const socket = openSocket(proxy, routes.inputs(cameraId), token);
  const states: string[] = [];
  socket.on('message', (text) => {
    const { inputs } = inputReportSchema.parse(JSON.parse(String(text)));
    states.push(inputs.map(({ state }) => state).join());
  });
  return { socket, states, closed: once(socket, 'close') };
}

it('tells a viewer of their cameras, once a second for all of them together', async () => {
  const viewer = await proxy.signInAs('viewer', [groupId]);
  const windows = [look(camera, viewer), look(camera, viewer), look(camera, proxy.token)];
  await vi.waitFor(() =>
    expect(windows.map(({ states }) => states)).toEqual([['off'], ['off'], ['off']]),
  );
  expect(device.inputReads).toBe(1);
  device.refusal = new DeviceError('unreachable', 'connection-refused');
  await vi.waitFor(() => expect(windows[0]?.states).toEqual(['off', 'unknown']), 3000);
  device.refusal = undefined;
  for (const { socket } of windows) socket.close();
  await vi.waitFor(() => expect(proxy.parts.inputs.watched).toBe(0));
});

it('tells nothing of the cameras of others, nor of one that is not there', async () => {
  const viewer = await proxy.signInAs('viewer', [groupId]);
  const ends = [neighbour, 'none'].map(async (id) => {
    const { closed, states } = look(id, viewer);
    const [code, reason] = await closed;
    return { code, reason: String(reason), states };
  });
  const [others, none] = await Promise.all(ends);
  expect(others).toMatchObject({ code: closeCodes.problem, states: [] });
  expect(others).toEqual(none);
  await vi.waitFor(() => expect(proxy.parts.inputs.watched).toBe(0));
});

it('ends with the rights of whoever looks', async () => {
  const viewer = await proxy.signInAs('viewer', [groupId]);
  const { states, closed } = look(camera, viewer);
  await vi.waitFor(() => expect(states).toEqual(['off']));
  await proxy.ask('PUT', `/api/camera-groups/${groupId}`, { name: 'None', cameraIds: [] });
  expect((await closed)[0]).toBe(closeCodes.sessionEnded);
  await vi.waitFor(() => expect(proxy.parts.inputs.watched).toBe(0));
});
