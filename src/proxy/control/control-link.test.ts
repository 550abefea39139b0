import { expect, it } from 'vitest';
import { endpoint } from '../link/test-server.ts';
import { controlLink } from './control-link.ts';

it('sends every call past the queue, in time, and counts those that may set something going', async () => {
  const asked: unknown[] = [];
  const { signal } = new AbortController();
  let commands = 0;
  const link = controlLink(
    {
      entryTarget: '/',
      peek: () => Promise.reject(new TypeError('nobody peeks')),
      call: async (call, options) => {
        asked.push([call.endpoint.role, options]);
        return { status: 200, contentType: '', text: 'ok', receivedAtMs: 0 };
      },
    },
    {
      deadlineMs: 600,
      signal,
      onCall: () => {
        commands += 1;
      },
    },
  );
  await link.call({ endpoint: { ...endpoint, role: 'operator' } });
  await link.call({ endpoint: { ...endpoint, danger: 'disruptive' } });
  await link.call({ endpoint }, { acceptStatus: [401] });
  expect(commands).toBe(2);
  const limits = { deadlineMs: 600, signal, isUrgent: true };
  expect(asked).toEqual([
    ['operator', limits],
    ['viewer', limits],
    ['viewer', { ...limits, acceptStatus: [401] }],
  ]);
});
