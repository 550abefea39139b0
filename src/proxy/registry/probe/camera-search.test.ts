import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ProbeEvent } from '../../../api/probe.ts';
import { type NumberedCameras, startNumberedCameras } from '../../test-site/numbered-cameras.ts';
import { TestProxy } from '../../test-site/test-proxy.ts';

let proxy: TestProxy;
let server: NumberedCameras;

beforeEach(async () => {
  server = await startNumberedCameras('guard:right', [0, 1, 5]);
  proxy = new TestProxy();
  await proxy.start();
});
afterEach(async () => {
  await proxy.end();
  await server.stop();
});

const climb = (password: string): Promise<ProbeEvent[]> =>
  proxy.probe({ address: `127.0.0.1:${server.port}`, username: 'guard', password });

function stepsOf(events: readonly ProbeEvent[]) {
  return events.flatMap((event) => (event.type === 'progress' ? [event] : []));
}

it('shows how far a search for cameras has come, and finds them', async () => {
  const events = await climb('right');
  const steps = stepsOf(events);
  expect(steps.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(new Set(steps.map(({ rung, most }) => `${rung} ${most}`))).toEqual(
    new Set(['channels 32']),
  );
  const last = events.at(-1);
  const cameras = last?.type === 'found' ? last.findings.cameras : [];
  expect(cameras.map(({ name }) => name)).toEqual(['127.0.0.1 0', '127.0.0.1 1', '127.0.0.1 5']);
  // The first of them is asked once more: its answer proves the account.
  expect(server.asked).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'end', rung: 'channels', fact: '3 channels' }),
  );
});

it('says that a password is wrong before it searches', async () => {
  const events = await climb('wrong');
  expect(events.at(-1)).toMatchObject({
    type: 'stopped',
    rung: 'login',
    problem: { reason: 'login-refused' },
  });
  expect(stepsOf(events)).toEqual([]);
  expect(server.asked).toEqual([]);
});

it('hangs up in the middle of a search when the person cancels', async () => {
  server.silentAt = 3;
  const cancel = new AbortController();
  const reply = await fetch(`${proxy.origin}/api/probes`, {
    method: 'POST',
    headers: proxy.headers(),
    body: JSON.stringify({
      address: `127.0.0.1:${server.port}`,
      username: 'guard',
      password: 'right',
    }),
    signal: cancel.signal,
  });
  await vi.waitFor(() => expect(server.asked.at(-1)).toBe(3), { timeout: 10_000 });
  expect(server.sockets.size).toBeGreaterThan(0);
  cancel.abort();
  await expect(reply.text()).rejects.toThrow();
  await vi.waitFor(() => expect(server.sockets.size).toBe(0), { timeout: 10_000 });
  expect(server.asked.at(-1)).toBe(3);
});
