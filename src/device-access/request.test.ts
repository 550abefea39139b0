import { afterEach, expect, test, vi } from 'vitest';
import { guardHeader } from '../api/routes.ts';
import { request, requestJson } from './request.ts';
import { problemOf, RequestProblem } from './request-problem.ts';

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
