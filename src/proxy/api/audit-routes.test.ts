import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditPage, auditPageSchema, auditVerdictSchema } from '../../api/audit.ts';
import { problemSchema } from '../../api/problem.ts';
import { lineOf } from '../audit/test-record.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
let supervisor: string;
const startMs = Date.now();

beforeAll(async () => {
  await proxy.start();
  supervisor = await proxy.signInAs('supervisor');
  const { record } = proxy.parts.audit;
  const lines = Array.from({ length: 40 }, (_, index) =>
    record.write(
      lineOf(index, {
        outcome: index % 10 === 0 ? 'refused' : 'done',
        object: { kind: 'camera', id: `c${index % 4}`, name: `Dock 100%_${index % 4}` },
      }),
    ),
  );
  await Promise.all(lines);
});
afterAll(() => proxy.end());

async function ask(query: string, token = supervisor): Promise<AuditPage> {
  const reply = await proxy.ask('GET', `/api/audit${query}`, undefined, token);
  expect(reply.status, reply.text).toBe(200);
  return auditPageSchema.parse(reply.json());
}

describe('who may read it', () => {
  it.each(['viewer', 'operator'] as const)('not a %s', async (role) => {
    const token = await proxy.signInAs(role);
    for (const address of ['/api/audit', '/api/audit.csv', '/api/audit/verify']) {
      const reply = await proxy.ask('GET', address, undefined, token);
      expect(reply.status, address).toBe(403);
    }
  });

  it('a supervisor, who sees who was refused', async () => {
    const { entries } = await ask('?outcome=refused&operation=request.refused');
    expect(entries[0]).toMatchObject({
      actor: { kind: 'person', role: 'operator' },
      address: '127.0.0.1',
      session: expect.stringMatching(/^[\w-]{10}$/),
      parameters: { route: 'GET /api/audit/verify' },
    });
  });
});

describe('pages', () => {
  it('lead from the newest line to the oldest, each once', async () => {
    const seen: number[] = [];
    let before: number | null = null;
    do {
      const page: AuditPage = await ask(
        `?operation=camera,ipcam&limit=7${before === null ? '' : `&before=${before}`}`,
      );
      seen.push(...page.entries.map(({ number }) => number));
      before = page.before;
    } while (before !== null);
    expect(seen).toHaveLength(40);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it.each([
    ['operation=camera', 20],
    ['operation=camera.open', 20],
    ['operation=cam', 0],
    ['operation=ipcam.device', 20],
    ['operation=camera,ipcam.device.reboot', 40],
    ['actor=p1', 40],
    ['actor=zo%C3%AB%2039', 1],
    ['actor=ZO%C3%8B', 40],
    ['object=c2', 10],
    ['object=dock', 40],
    ['object=100%25_3', 10],
    ['object=100___', 0],
    ['outcome=refused&operation=camera', 4],
    ['from=0&to=1', 0],
    [`from=${startMs}&operation=camera`, 20],
    ['actor=nobody-like-this', 0],
  ])('let through what fits %s', async (query, count) => {
    const { entries } = await ask(`?limit=200&${query}`);
    expect(entries).toHaveLength(count);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'before=-1',
    'before=1.5',
    'outcome=perhaps',
    'from=yesterday',
    'to=1e400',
    'order=asc',
    `actor=${'x'.repeat(129)}`,
    'actor=a&actor=b',
  ])('refuse %s with its name', async (query) => {
    const reply = await proxy.ask('GET', `/api/audit?${query}`, undefined, supervisor);
    expect(reply.status).toBe(400);
    expect(problemSchema.parse(reply.json()).reason).toBe('invalid-input');
  });
});

describe('the file', () => {
  it('has the same lines, is named by the server, and is recorded', async () => {
    const reply = await proxy.ask('GET', '/api/audit.csv?operation=camera', undefined, supervisor);
    expect(reply.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="watchfloor-record-\d{8}T\d{6}Z\.csv"$/,
    );
    expect(reply.text.trimEnd().split('\r\n')).toHaveLength(21);
    const { entries } = await ask('?operation=audit.export');
    expect(entries).toMatchObject([{ parameters: { operation: 'camera' }, outcome: 'done' }]);
  });

  it('takes no page', async () => {
    const reply = await proxy.ask('GET', '/api/audit.csv?limit=1', undefined, supervisor);
    expect(reply.status).toBe(400);
  });
});

it('verifies what is kept, also when two ask at once', async () => {
  const replies = await Promise.all(
    [1, 2].map(() => proxy.ask('GET', '/api/audit/verify', undefined, supervisor)),
  );
  for (const reply of replies) {
    const verdict = auditVerdictSchema.parse(reply.json());
    expect(verdict.fault).toBeUndefined();
    expect(verdict.entries).toBeGreaterThan(40);
  }
});

it('has a sign-in under the name of who came in', async () => {
  const { entries } = await ask('?operation=session.sign-in&actor=First');
  expect(entries).toMatchObject([{ number: 1, actor: { kind: 'person' }, outcome: 'done' }]);
});

it('never holds a token', async () => {
  const { text } = await proxy.ask('GET', '/api/audit?limit=200', undefined, supervisor);
  for (const token of [proxy.token, supervisor]) expect(text).not.toContain(token);
});
