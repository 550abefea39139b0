import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestClient } from '../video-server/test-client.ts';
import { SecuritySpy } from './security-spy.ts';

const clock = { ms: 0 };
let server: SecuritySpy;
let client: TestClient;

beforeEach(async () => {
  clock.ms = Date.UTC(2026, 10, 21, 17, 47, 37);
  server = new SecuritySpy({ port: 0, now: () => clock.ms });
  client = new TestClient(server);
  await server.start();
});
afterEach(() => server.stop());

const listening = (count: number) =>
  vi.waitFor(() => expect(server.state.events.listeners).toBe(count), { interval: 2 });

/** What a listener is told once it is there, without times and numbers. */
async function linesOf(act: () => void): Promise<string[]> {
  const reading = client.readStream('++eventStream?version=3', (bytes) => bytes.includes('END'));
  await listening(1);
  act();
  server.state.events.emit(null, 'END');
  const lines = (await reading).toString().split('\r').slice(1, -2);
  await listening(0);
  return lines.map((line) => line.split(' ').slice(2).join(' '));
}

const send = (kind: string, fields: Record<string, unknown> = {}, channel = 2) =>
  server.events.send({ kind, channel, fields });

describe('an ordered event', () => {
  it.each([
    ['arm', { mode: 'A' }, ['2 ARM_A']],
    ['error', { code: 802, text: 'Gone' }, ['2 ERROR 802 Gone']],
    ['config-change', {}, ['2 CONFIGCHANGE']],
    ['offline', {}, ['2 ERROR 800 Timeout', '2 OFFLINE']],
    ['motion', { box: [1, 2, 30, 40] }, ['2 MOTION 1 2 30 40']],
    ['motion', { on: false }, ['2 MOTION_END']],
    ['classify', { human: 97 }, ['2 CLASSIFY HUMAN 97 VEHICLE 3 ANIMAL 1']],
    ['trigger', { mode: 'M', reason: 129 }, ['2 TRIGGER_M 129']],
    ['trigger', { mode: 'A' }, ['2 TRIGGER_A 1']],
    ['file', { path: '/Cameras/x.m4v' }, ['2 FILE /Cameras/x.m4v']],
    ['line', { text: 'DELIVERED 7' }, ['2 DELIVERED 7']],
  ])('%s with %j is told', async (kind, fields, lines) => {
    server.camera(2)?.arming.set('CMA', 0, 0, clock.ms);
    server.state.tellModes();
    expect(await linesOf(() => expect(send(kind, fields)?.listeners).toBe(1))).toEqual(lines);
  });

  it('changes the camera with it', async () => {
    await linesOf(() => send('offline'));
    expect(server.camera(2)?.online).toBe(false);
    expect(await linesOf(() => send('online'))).toEqual(['2 ONLINE']);
    send('disarm', { mode: 'M' });
    expect(await client.text('++cameramodes?cameraNum=2')).toContain('M:DISARMED');
    send('arm', { mode: 'M' });
    const lines = await linesOf(() => send('trigger', { reason: 128 }));
    expect(lines.slice(0, 2)).toEqual([
      '2 TRIGGER_M 128',
      '2 FILE /Cameras/Ward 2/2026-11-21/11-21-2026 12-47-37 M Ward 2.m4v',
    ]);
  });

  it('has a box within the picture where something moves', async () => {
    const [line = ''] = await linesOf(() => send('motion'));
    const [x = -1, y = -1, width = -1, height = -1] = line.split(' ').slice(2).map(Number);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(Math.min(width, height)).toBeGreaterThan(0);
    expect(x + width).toBeLessThanOrEqual(640);
    expect(y + height).toBeLessThanOrEqual(360);
  });

  it('is none where the kind, the camera or the mode is not there', () => {
    expect(send('nonsense')).toBeNull();
    expect(send('motion', {}, 9)).toBeNull();
    expect(send('arm', { mode: 'X' })).toBeNull();
    expect(send('trigger', { mode: 'C' })).toBeNull();
  });
});

describe('a fault of the events', () => {
  it('silent holds back events until it is over', async () => {
    const lines = await linesOf(() => {
      server.events.faults.set('silent', 5000);
      send('config-change');
      clock.ms += 5000;
      send('motion', { on: false });
    });
    expect(lines).toEqual(['2 MOTION_END']);
  });

  it('garbage comes in place of events', async () => {
    const lines = await linesOf(() => {
      server.events.faults.set('garbage', 5000);
      send('motion', { on: false });
      server.events.faults.set(null, 0);
    });
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('MOTION');
  });

  it('cut ends what is there, refuse lets nobody in', async () => {
    const ended = expect(
      client.readStream('++eventStream?version=3', () => false),
    ).rejects.toThrow();
    await listening(1);
    server.events.faults.set('cut', 0);
    await ended;
    await listening(0);
    server.events.faults.set('refuse', 5000);
    expect((await client.get('++eventStream?version=3')).status).toBe(503);
    clock.ms += 5000;
    expect(await linesOf(() => send('config-change'))).toEqual(['2 CONFIGCHANGE']);
  });
});
