import type { Audit } from '../access/audit.ts';
import type { Logger } from '../log.ts';
import type { AuditStore } from '../store/audit-store.ts';
import { Upkeep } from '../upkeep.ts';
import type { AuditKey } from './chain.ts';
import { systemEntry } from './grow-record.ts';
import { trimRecord } from './trim-record.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface UpkeepDependencies {
  readonly store: AuditStore;
  readonly key: AuditKey;
  readonly audit: Audit;
  readonly keepDays: number;
  readonly now: () => number;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** Once a day: what is too old goes, and the log gets the last line of the record. */
export function auditUpkeep(dependencies: UpkeepDependencies): Upkeep {
  const { store, key, audit, keepDays, now, log } = dependencies;
  return new Upkeep({
    everyMs: dayMs,
    run: async () => {
      const removed = await trimRecord(store, key, now() - keepDays * dayMs);
      if (removed > 0) {
        const { atMs: _, ...entry } = systemEntry('audit.trim', now(), {
          entries: String(removed),
        });
        await audit.write(entry);
      }
      const seal = await store.readSeal();
      if (seal === null || seal.head_number === 0) return;
      // A warning, so that it is in every log: only a copy elsewhere shows that the record was replaced.
      log.warn({ operation: 'audit.head', head: `${seal.head_number}:${seal.head_mac}` });
    },
    onFault: (fault) => log.error({ fault, operation: 'audit.trim' }),
  });
}
