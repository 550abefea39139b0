import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardHeader, routes } from '../api/routes.ts';
import { confirmation, offerConfirmation, settleConfirmation } from './confirmation.ts';
import { request, requestJson } from './request.ts';
import { problemOf, RequestProblem } from './request-problem.ts';
import { onSessionDoubt } from './session-doubt.ts';

afterEach(() => vi.unstubAllGlobals());

function stubFetch(answer: typeof fetch) {
  const fetched = vi.fn<typeof fetch>(answer);
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

/** Never answers; fails as a browser does once its signal fires. */
const silence: typeof fetch = (_path, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

test('reads carry no guard, changes carry the guard and JSON', async () => {
  const fetched = stubFetch(async () => Response.json({}));
  await request('/api/site');
  await request('/api/devices/d1', { method: 'DELETE' });
  await request('/api/views', { method: 'POST', body: { name: 'Night' } });
  const sent = fetched.mock.calls.map(([, init]) => new Headers(init?.headers));
  expect(sent.map((headers) => headers.has(guardHeader))).toEqual([false, true, true]);
  expect(sent.map((headers) => headers.get('content-type'))).toEqual([
    null,
    null,
    'application/json',
  ]);
});

test('hands on the problem that the proxy names', async () => {
  const problem = { kind: 'conflict', reason: 'conflict', detail: 'name' };
  stubFetch(async () => Response.json(problem, { status: 409 }));
  await expect(request('/api/views')).rejects.toMatchObject({ problem, status: 409 });
});

test.each([
  [500, 'internal'],
  [404, 'internal'],
  [502, 'server-unreachable'],
  [503, 'server-unreachable'],
  [504, 'server-unreachable'],
])('a %i that is no problem of ours becomes %s', async (status, reason) => {
  stubFetch(async () => new Response('<html>gateway</html>', { status }));
  await expect(request('/api/views')).rejects.toMatchObject({
    problem: { reason, detail: String(status) },
  });
});

test('a network failure is unreachable', async () => {
  stubFetch(async () => {
    throw new TypeError('Failed to fetch');
  });
  await expect(request('/api/site')).rejects.toMatchObject({
    problem: { kind: 'unreachable', reason: 'server-unreachable' },
  });
});

test('silence ends in a timeout', async () => {
  stubFetch(silence);
  await expect(request('/api/site', { timeoutMs: 1 })).rejects.toMatchObject({
    problem: { kind: 'timeout', reason: 'server-timeout' },
  });
});

test("the caller's own abort is handed on as it is", async () => {
  stubFetch(silence);
  const control = new AbortController();
  const asking = request('/api/site', { signal: control.signal });
  control.abort(new DOMException('left', 'AbortError'));
  await expect(asking).rejects.toMatchObject({ name: 'AbortError', message: 'left' });
});

test('a reply of 200 that is no JSON is unreadable', async () => {
  stubFetch(async () => new Response('<html>'));
  await expect(requestJson('/api/site')).rejects.toMatchObject({
    problem: { reason: 'server-unreadable' },
  });
});

test('whatever else was caught still has words', () => {
  expect(problemOf(new RangeError('x')).reason).toBe('internal');
  expect(problemOf(new RequestProblem({ kind: 'busy', reason: 'conflict' })).kind).toBe('busy');
});

describe('a request that wants the password first', () => {
  const needed = { kind: 'confirm-needed', reason: 'confirm-needed' };
  let confirmed: boolean;
  let withdraw: () => void;

  beforeEach(() => {
    confirmed = false;
    withdraw = offerConfirmation();
    return withdraw;
  });

  const guarded = () =>
    stubFetch(async () =>
      confirmed ? Response.json({ done: true }) : Response.json(needed, { status: 403 }),
    );
  const asked = () => vi.waitUntil(() => confirmation.getState().asked);

  test('waits for it and is sent once more by itself', async () => {
    const fetched = guarded();
    const removing = requestJson('/api/people/p1', { method: 'DELETE' });
    await asked();
    confirmed = true;
    settleConfirmation(true);
    await expect(removing).resolves.toEqual({ done: true });
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  test('shares the question with others, and each is sent once more', async () => {
    const fetched = guarded();
    const all = ['/api/a', '/api/b', '/api/c'].map((path) => request(path, { method: 'POST' }));
    await vi.waitUntil(() => fetched.mock.calls.length === 3 && confirmation.getState().asked);
    await Promise.resolve();
    confirmed = true;
    settleConfirmation(true);
    expect(await Promise.all(all)).toHaveLength(3);
    expect(fetched).toHaveBeenCalledTimes(6);
    expect(confirmation.getState().asked).toBe(false);
  });

  test('asks nobody for a reading that nobody asked for', async () => {
    const fetched = guarded();
    const reading = requestJson('/api/cameras/c1/outputs', { asksPassword: false });
    await expect(reading).rejects.toMatchObject({ problem: needed });
    expect(confirmation.getState().asked).toBe(false);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('ends in the problem when it is not given', async () => {
    const fetched = guarded();
    const removing = request('/api/people/p1', { method: 'DELETE' });
    await asked();
    settleConfirmation(false);
    await expect(removing).rejects.toMatchObject({ problem: needed });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test('is sent no third time', async () => {
    const fetched = guarded();
    const removing = request('/api/people/p1', { method: 'DELETE' });
    await asked();
    settleConfirmation(true);
    await expect(removing).rejects.toMatchObject({ problem: needed });
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  test('takes the question back when nobody wants the answer any more', async () => {
    guarded();
    const control = new AbortController();
    const removing = request('/api/x', { method: 'POST', signal: control.signal });
    await asked();
    control.abort(new DOMException('left', 'AbortError'));
    await expect(removing).rejects.toMatchObject({ name: 'AbortError' });
    expect(confirmation.getState().asked).toBe(false);
  });

  test('asks nobody where no dialog is, nor about the password itself', async () => {
    guarded();
    const confirming = request(routes.confirm, { method: 'POST', body: { password: 'x' } });
    await expect(confirming).rejects.toMatchObject({ problem: needed });
    withdraw();
    await expect(request('/api/x', { method: 'POST' })).rejects.toMatchObject({ problem: needed });
    expect(confirmation.getState().asked).toBe(false);
  });
});

test.each(['sign-in-needed', 'setup-needed'])('%s has the session read again', async (reason) => {
  let doubts = 0;
  const end = onSessionDoubt(async () => {
    doubts += 1;
  });
  stubFetch(async () => Response.json({ kind: reason, reason }, { status: 401 }));
  await expect(request('/api/cameras')).rejects.toMatchObject({ problem: { reason } });
  end();
  expect(doubts).toBe(1);
});
