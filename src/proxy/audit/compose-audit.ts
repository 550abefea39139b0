import type { AuditVerdict } from '../../api/audit.ts';
import type { Audit } from '../access/audit.ts';
import type { Logger } from '../log.ts';
import type { AuditStore } from '../store/audit-store.ts';
import { AuditRecord } from './audit-record.ts';
import { auditUpkeep } from './audit-upkeep.ts';
import type { AuditKey } from './chain.ts';
import { verifyRecord } from './verify-record.ts';

export interface AuditParts {
  readonly record: Audit;
  /** Writes what waits, so that whoever reads finds what was just done. */
  flush(): Promise<void>;
  verify(): Promise<AuditVerdict>;
  stop(): Promise<void>;
}

export interface AuditComposition {
  readonly store: AuditStore;
  readonly key: AuditKey;
  readonly keepDays: number;
  readonly now: () => number;
  readonly log: Logger;
}

/** The record with what keeps it whole. */
export async function composeAudit(from: AuditComposition): Promise<AuditParts> {
  const { store, key, keepDays, now, log } = from;
  const record = await AuditRecord.open({ store, key, now, log });
  const upkeep = auditUpkeep({ store, key, audit: record, keepDays, now, log });
  let verifying: Promise<AuditVerdict> | undefined;
  return {
    record,
    flush: () => record.flush(),
    // Whoever asks meanwhile gets the same answer: it reads the whole record.
    verify: () => {
      verifying ??= record
        .flush()
        .then(() => verifyRecord(store, key))
        .finally(() => {
          verifying = undefined;
        });
      return verifying;
    },
    stop: async () => {
      await record.close();
      await upkeep.stop();
      await record.close();
    },
  };
}
