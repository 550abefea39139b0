import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { TestClient } from '../video-server/test-client.ts';
import { OlderSecuritySpy } from './older-security-spy.ts';

const clock = { ms: Date.UTC(2026, 10, 21, 17, 47, 37) };
const server = new OlderSecuritySpy({ port: 0, now: () => clock.ms });
const client = new TestClient(server);

beforeAll(() => server.start());
afterAll(() => server.stop());

it('tells its events as CAM and number, on a stream of the second version', async () => {
  const reading = client.readStream('++eventStream?version=2', (bytes) =>
    bytes.includes('CONFIGCHANGE'),
  );
  await vi.waitFor(() => expect(server.state.events.listeners).toBe(1), { interval: 2 });
  await client.get('++ssControlActiveMode?cameraNum=1');
  for (const kind of ['disarm', 'motion', 'offline', 'online'])
    expect(server.events.send({ kind, channel: 1, fields: {} })?.listeners).toBe(1);
  server.events.send({ kind: 'file', channel: 1, fields: { path: '/a b.m4v' } });
  server.events.send({ kind: 'config-change', channel: 1, fields: {} });
  const lines = (await reading).toString().split('\r').slice(0, -1);
  expect(lines[1]).toBe('20261121124737 1 CAM1 ACTIVE');
  expect(lines.map((line) => line.split(' ').slice(2).join(' '))).toEqual([
    'X NULL',
    'CAM1 ACTIVE',
    'CAM1 PASSIVE',
    'CAM1 MOTION',
    'CAM1 OFFLINE',
    'CAM1 ONLINE',
    'CAM1 FILE /a b.m4v',
    'CAM1 CONFIGCHANGE',
  ]);
  expect(server.events.send({ kind: 'motion', channel: 9, fields: {} })).toBeNull();
});

it('tells its mode to those who ask for it, unless a fault is on', async () => {
  server.events.send({ kind: 'arm', channel: 2, fields: {} });
  expect(await client.text('++camerastatus?cameraNum=2')).toBe('3 ACTIVE');
  server.events.faults.set('refuse', 1000);
  expect((await client.get('++camerastatus?cameraNum=2')).status).toBe(503);
  server.events.faults.set('garbage', 1000);
  expect(await client.text('++camerastatus?cameraNum=2')).not.toContain('ACTIVE');
  clock.ms += 1000;
  expect(await client.text('++camerastatus?cameraNum=2')).toBe('3 ACTIVE');
});
