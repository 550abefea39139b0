import type { AuditEntry } from '../../api/audit.ts';
import type { NewAuditEntry } from '../access/audit.ts';
import type { AuditEnd, AuditGrowth, AuditRow } from '../store/audit-store.ts';
import { type AuditKey, rowMac, sealed, sealFits, type UnsealedEnds } from './chain.ts';
import { keptEntry, rowOfEntry } from './entry-row.ts';

export type TimedEntry = NewAuditEntry & Pick<AuditEntry, 'atMs'>;

/** Stands where the record was found without a seal that fits; it never fits itself. */
export const breakOperation = 'audit.break';

/** Something that the proxy says about the record, in the record. */
export function systemEntry(
  operation: string,
  atMs: number,
  parameters: Record<string, string> = {},
): TimedEntry {
  return {
    atMs,
    actor: { kind: 'system', name: '' },
    operation,
    parameters,
    outcome: 'done',
    detail: '',
    revealed: false,
  };
}

export interface Grown extends AuditGrowth {
  readonly entries: readonly AuditEntry[];
  /** Whether a break had to be noted before the first of them. */
  readonly broken: boolean;
}

/** Chains entries behind the end of the record. */
export function growRecord(key: AuditKey, end: AuditEnd, added: readonly TimedEntry[]): Grown {
  const from = startOf(key, end);
  const broken = from.broken && added[0] !== undefined;
  const begun = broken ? [systemEntry(breakOperation, added[0]?.atMs ?? 0)] : [];
  const entries: AuditEntry[] = [];
  const rows: AuditRow[] = [];
  let { number, mac } = from;
  for (const entry of [...begun, ...added]) {
    number += 1;
    const kept = keptEntry({ number, ...entry });
    const row = rowOfEntry(kept);
    mac = rowMac(key, mac, row);
    rows.push({ ...row, mac });
    entries.push(kept);
  }
  const seal = sealed(key, { ...from.ends, head_number: number, head_mac: mac });
  return { rows, seal, entries: entries.slice(begun.length), broken };
}

const nothing: UnsealedEnds = {
  anchor_number: 0,
  anchor_mac: '',
  removed: 0,
  removed_until_ms: 0,
  removed_misfits: 0,
  head_number: 0,
  head_mac: '',
};

interface Start {
  readonly ends: UnsealedEnds;
  readonly number: number;
  readonly mac: string;
  readonly broken: boolean;
}

function startOf(key: AuditKey, { seal, last }: AuditEnd): Start {
  if (seal !== null && sealFits(key, seal)) {
    // Behind the sealed head even where its lines are gone: the gap stays in sight.
    const number = Math.max(seal.head_number, last?.number ?? 0);
    return { ends: seal, number, mac: seal.head_mac, broken: false };
  }
  if (seal === null && last === null) {
    return { ends: nothing, number: 0, mac: '', broken: false };
  }
  return {
    ends: seal ?? nothing,
    number: last?.number ?? 0,
    mac: last?.mac ?? '',
    broken: true,
  };
}
