import type { AuditRow, AuditSealRow, AuditStore } from '../store/audit-store.ts';
import { type AuditKey, rowMac, sealed, sealFits } from './chain.ts';

const rowsInOneStep = 1000;

/**
 * Removes what is older than an instant from the beginning of the record and moves the anchor, which
 * keeps how much that was and whether it still fitted: what goes is looked at for the last time.
 * @returns how many lines went
 */
export async function trimRecord(
  store: AuditStore,
  key: AuditKey,
  beforeMs: number,
): Promise<number> {
  const seal = await store.readSeal();
  // Only the chain that stands tells what is missing from a record whose seal does not fit.
  if (seal === null || !sealFits(key, seal)) return 0;
  const upTo = await store.lastBefore(beforeMs);
  if (upTo === null) return 0;
  let removed = 0;
  for (;;) {
    const gone = await store.trim(upTo, rowsInOneStep, (ends, rows) => moved(key, ends, rows));
    removed += gone;
    if (gone < rowsInOneStep) return removed;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function moved(key: AuditKey, seal: AuditSealRow, gone: readonly AuditRow[]): AuditSealRow {
  let last = { number: seal.anchor_number, mac: seal.anchor_mac };
  let misfits = seal.removed_misfits;
  for (const row of gone) {
    const fits = row.number === last.number + 1 && row.mac === rowMac(key, last.mac, row);
    if (!fits) misfits += 1;
    last = row;
  }
  return sealed(key, {
    ...seal,
    anchor_number: last.number,
    anchor_mac: last.mac,
    removed: seal.removed + gone.length,
    removed_until_ms: gone.at(-1)?.at_ms ?? seal.removed_until_ms,
    removed_misfits: misfits,
  });
}
