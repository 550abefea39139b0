import type { AuditEntry, AuditPage, AuditVerdict } from '../../api/audit.ts';
import { routes } from '../../api/routes.ts';

/** A proxy for tests of the record, with so many lines of one hour ending at noon UTC. */
export interface FakeAudit {
  readonly fetch: typeof fetch;
  /** The queries of `GET /api/audit`, in their order. */
  readonly asked: URLSearchParams[];
  verdict: AuditVerdict;
  fails: boolean;
}

export const noonMs = Date.UTC(2026, 10, 25, 12);

export function fakeAudit(count: number): FakeAudit {
  const asked: URLSearchParams[] = [];
  const all = Array.from({ length: count }, (_, index) => lineOf(count - index, count));
  const proxy: FakeAudit = {
    asked,
    verdict: { entries: count },
    fails: false,
    fetch: async (input) => {
      const { pathname, searchParams } = new URL(String(input), 'http://127.0.0.1');
      if (pathname === routes.site) return Response.json(site);
      if (proxy.fails) {
        return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
      }
      if (pathname === routes.auditVerdict) return Response.json(proxy.verdict);
      asked.push(searchParams);
      return Response.json(pageOf(all, searchParams));
    },
  };
  return proxy;
}

function pageOf(all: readonly AuditEntry[], query: URLSearchParams): AuditPage {
  const limit = Number(query.get('limit') ?? 100);
  const before = Number(query.get('before') ?? Number.MAX_SAFE_INTEGER);
  const fitting = all.filter(
    ({ number, actor, operation }) =>
      number < before &&
      actor.name.includes(query.get('actor') ?? '') &&
      operation.startsWith(query.get('operation') ?? ''),
  );
  const entries = fitting.slice(0, limit);
  return { entries, before: fitting.length > limit ? (entries.at(-1)?.number ?? null) : null };
}

const site = {
  name: 'Harbour',
  demo: false,
  version: '0',
  nowMs: noonMs,
  zone: 'Europe/Berlin',
  protocols: [{ id: 'ipcam', name: 'IPCAM CGI', defaultPort: 80 }],
};

const operations = ['camera.open', 'ipcam.device.reboot', 'session.sign-in'] as const;

function lineOf(number: number, count: number): AuditEntry {
  return {
    number,
    atMs: noonMs - (count - number) * 1000,
    actor: {
      kind: 'person',
      id: `p${number % 2}`,
      name: number % 2 === 0 ? 'Ada' : 'Zoë',
      role: 'operator',
    },
    session: 'Qk3hT-9_ab',
    address: '192.168.1.7',
    operation: operations[number % 3] ?? 'camera.open',
    object: { kind: 'camera', id: 'c1', name: `Dock ${number}` },
    parameters: number % 3 === 1 ? { after: '5', password: '••••' } : {},
    outcome: number % 5 === 0 ? 'refused' : 'done',
    detail: '',
    revealed: false,
  };
}
