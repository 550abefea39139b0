import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { partsOf, TestClient } from '../video-server/test-client.ts';
import { SecuritySpy } from './security-spy.ts';

const clock = { now: Date.UTC(2026, 10, 21, 17, 47, 37) };
let server: SecuritySpy;
let client: TestClient;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  server = new SecuritySpy({ port: 0, now: () => clock.now });
  client = new TestClient(server);
  await server.start();
});
afterEach(async () => {
  await server.stop();
  vi.useRealTimers();
});

/** Does something once a listener is there, and gives the lines up to one that contains a text. */
async function linesUntil(text: string, act: () => unknown): Promise<string[]> {
  const reading = client.readStream('++eventStream?version=3', (bytes) => bytes.includes(text));
  await vi.waitFor(() => expect(server.state.events.listeners).toBe(1), { timeout: 10_000 });
  await act();
  const lines = (await reading).toString().split('\r');
  expect(lines.pop()).toBe('');
  await vi.waitFor(() => expect(server.state.events.listeners).toBe(0), { timeout: 10_000 });
  return lines;
}

describe('eventStream', () => {
  it('numbers its lines from 0 and tells the local time', async () => {
    const lines = await linesUntil('DISARM_M', () =>
      client.text('++setSchedule?cameraNum=3&schedule=0&override=0&mode=CM'),
    );
    expect(lines).toEqual([
      '20261121124737 0 X NULL',
      '20261121124737 1 3 DISARM_C',
      '20261121124737 2 3 DISARM_M',
    ]);
    const again = await linesUntil('3 ARM_C', () => client.text('++setPreset?id=1930238093'));
    expect(again[0]).toBe('20261121124737 0 X NULL');
    expect(again.filter((line) => line.endsWith('3 ARM_C'))).toHaveLength(1);
  });

  it('beats every ten seconds, and tells what only time has changed', async () => {
    await client.text('++setSchedule?cameraNum=0&schedule=0&override=4&mode=A');
    const lines = await linesUntil('2 X NULL', () => {
      clock.now += 3_600_000;
      vi.advanceTimersByTime(10_000);
    });
    expect(lines.map((line) => line.split(' ').slice(1).join(' '))).toEqual([
      '0 X NULL',
      '1 0 DISARM_A',
      '2 X NULL',
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells of cameras lost and found', async () => {
    const lines = await linesUntil('ONLINE', async () => {
      await server.applyFault({ fault: 'offline', channel: 1 });
      await server.applyFault({ fault: 'none', channel: 1 });
    });
    expect(lines.slice(1).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      '1 ERROR 800 Timeout',
      '1 OFFLINE',
      '1 ONLINE',
    ]);
  });

  it('tells of triggers with their reason, the file, and changed settings', async () => {
    await client.text('++setSchedule?cameraNum=2&schedule=1&override=0&mode=MA');
    const lines = await linesUntil('CONFIGCHANGE', async () => {
      await client.text('++triggermd?cameraNum=2');
      await client.post('settings-cameras', 'cameraNum=2&motionSensitivity=61');
    });
    expect(lines.slice(1).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      '2 TRIGGER_M 16',
      '2 FILE /Cameras/Ward 2/2026-11-21/11-21-2026 13-47-37 M Ward 2.m4v',
      '2 TRIGGER_A 16',
      '2 CONFIGCHANGE',
    ]);
  });

  it('wraps each line in a part where asked', async () => {
    const stream = await client.readStream('++eventStream?version=3&format=multipart', (bytes) =>
      bytes.includes('NULL\r\n'),
    );
    const [part] = partsOf(stream, 'ssEventBoundary');
    expect(part?.headers.get('Content-Type')).toBe('text/plain');
    expect(part?.body.toString()).toMatch(/^\d{14} 0 X NULL$/);
  });

  it('ends with the server, and leaves no timer', async () => {
    const ended = expect(
      client.readStream('++eventStream?version=3', () => false),
    ).rejects.toThrow();
    await vi.waitFor(() => expect(server.state.events.listeners).toBe(1), { timeout: 10_000 });
    await server.stop();
    await ended;
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0), { timeout: 10_000 });
  });
});
