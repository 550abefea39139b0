import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import type { NewAuditEntry } from '../../src/proxy/access/audit.ts';
import { AuditRecord } from '../../src/proxy/audit/audit-record.ts';
import { auditKey } from '../../src/proxy/audit/chain.ts';
import { verifyRecord } from '../../src/proxy/audit/verify-record.ts';
import { openStore } from '../../src/proxy/store/open-store.ts';
import { atLeast, atMost, type BenchRow, quantile, shown } from '../row.ts';

const lines = 100_000;
/** As many as a proxy that is busy has waiting at once. */
const atOnce = 1000;
/** A wall of 64 tiles, opened again and again. */
const walls = 20;
const tiles = 64;

const entry: NewAuditEntry = {
  actor: { kind: 'person', id: 'p1', name: 'Somebody', role: 'operator' },
  session: 'Qk3hT-9_ab',
  address: '192.168.1.20',
  operation: 'camera.open',
  object: { kind: 'camera', id: 'c1', name: 'Loading dock, north' },
  parameters: { quality: 'main' },
  outcome: 'done',
  detail: '',
  revealed: false,
};

const many = (record: AuditRecord, count: number) =>
  Promise.all(Array.from({ length: count }, () => record.write(entry)));

/** What the record costs: writing it, opening a wall, and verifying all of it. */
export async function trustAuditRows(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-audit-'));
  const store = await openStore(folder, Date.now());
  const key = auditKey(new Uint8Array(32));
  const log = pino({ level: 'silent' });
  const record = await AuditRecord.open({ store: store.audit, key, now: Date.now, log });
  try {
    const beganMs = performance.now();
    for (let written = 0; written < lines; written += atOnce) await many(record, atOnce);
    const perSecond = lines / ((performance.now() - beganMs) / 1000);
    const wallMs: number[] = [];
    for (let wall = 0; wall < walls; wall += 1) {
      const openedMs = performance.now();
      await many(record, tiles);
      wallMs.push(performance.now() - openedMs);
    }
    const verifyMs = performance.now();
    const verdict = await verifyRecord(store.audit, key);
    const seconds = (performance.now() - verifyMs) / 1000;
    return [
      atLeast('record: lines written', perSecond, 'lines/s', 2000),
      atMost('record: 64 tiles opened at once, p95', quantile(wallMs, 0.95), 'ms', 250),
      shown('record: lines verified', verdict.fault ? null : verdict.entries, 'lines'),
      atMost('record: verifying 100,000 lines', seconds, 's', 10),
    ];
  } finally {
    await record.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
