import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import {
  type AuditEntry,
  type AuditFilter,
  type AuditPage,
  auditFilterSchema,
  auditQuerySchema,
} from '../../api/audit.ts';
import { signatureOf } from '../access/audit.ts';
import { csvHead, entryLine } from '../audit/csv-lines.ts';
import { entryOfRow } from '../audit/entry-row.ts';
import type { AuditStore } from '../store/audit-store.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

export function addAuditRoutes(app: FastifyInstance, { audit, store, now }: ProxyParts): void {
  const config = { policy: 'audit' } as const;

  app.get('/api/audit', { config }, async ({ query }, reply) => {
    const { before, limit, ...filter } = readInput(auditQuerySchema, query);
    reply.header('cache-control', 'no-store');
    await audit.flush();
    return pageOf(store.audit, filter, before, limit);
  });

  app.get('/api/audit/verify', { config }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return audit.verify();
  });

  app.get(
    '/api/audit.csv',
    { config: { ...config, lasting: true } },
    async ({ query, caller, ip }, reply) => {
      const filter = readInput(auditFilterSchema, query);
      await audit.record.write({
        ...signatureOf(caller, ip),
        operation: 'audit.export',
        parameters: Object.fromEntries(
          Object.entries(filter).map(([name, value]) => [name, String(value)]),
        ),
        outcome: 'done',
        detail: '',
        revealed: false,
      });
      const stamp = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '');
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="watchfloor-record-${stamp}.csv"`)
        .type('text/csv; charset=utf-8; header=present')
        .send(Readable.from(csvOf(store.audit, filter)));
    },
  );
}

async function pageOf(
  store: AuditStore,
  filter: AuditFilter,
  before: number | undefined,
  limit: number,
): Promise<AuditPage> {
  const entries: AuditEntry[] = [];
  for await (const rows of store.find(filter, before)) {
    for (const row of rows) {
      if (entries.length === limit) return { entries, before: entries.at(-1)?.number ?? null };
      entries.push(entryOfRow(row));
    }
  }
  return { entries, before: null };
}

async function* csvOf(store: AuditStore, filter: AuditFilter): AsyncGenerator<string> {
  yield csvHead;
  for await (const rows of store.find(filter, undefined)) {
    if (rows.length > 0) yield rows.map((row) => entryLine(entryOfRow(row))).join('');
  }
}
