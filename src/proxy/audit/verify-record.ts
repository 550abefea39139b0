import type { AuditVerdict } from '../../api/audit.ts';
import type { AuditRow, AuditSealRow, AuditStore } from '../store/audit-store.ts';
import { type AuditKey, rowMac, sealFits } from './chain.ts';
import { breakOperation } from './grow-record.ts';

const rowsInOneLook = 500;
/** Each is followed by a removal of old lines in the middle of it, once a day. */
const mostTries = 3;

/** The last line of a record as the log once had it. */
export interface KnownHead {
  readonly number: number;
  readonly mac: string;
}

/**
 * Looks at every line of the record, in groups, so that pictures go on meanwhile.
 * @param known finds what no record can tell by itself: that it was replaced by an older copy of it
 */
export async function verifyRecord(
  store: AuditStore,
  key: AuditKey,
  known?: KnownHead,
): Promise<AuditVerdict> {
  for (let tries = 1; ; tries += 1) {
    const anchor = await store.readSeal();
    const verdict = await new Walk(store, key, anchor, known).run();
    if (verdict.fault === undefined || tries === mostTries) return verdict;
    const now = await store.readSeal();
    if (now?.anchor_number === anchor?.anchor_number) return verdict;
  }
}

type Fault = NonNullable<AuditVerdict['fault']>;

class Walk {
  readonly #store: AuditStore;
  readonly #key: AuditKey;
  readonly #known: KnownHead | undefined;
  #last: { number: number; mac: string };
  #fault: Fault | undefined;
  #entries = 0;
  #firstRow: AuditRow | undefined;
  #lastRow: AuditRow | undefined;
  #sawKnown = false;

  constructor(
    store: AuditStore,
    key: AuditKey,
    anchor: AuditSealRow | null,
    known: KnownHead | undefined,
  ) {
    this.#store = store;
    this.#key = key;
    this.#known = known;
    this.#last = { number: anchor?.anchor_number ?? 0, mac: anchor?.anchor_mac ?? '' };
  }

  async run(): Promise<AuditVerdict> {
    const seal = await this.#walkToHead();
    if (seal === null ? this.#entries > 0 : !sealFits(this.#key, seal)) {
      this.#misfit('seal', seal?.head_number ?? 0);
    } else if (seal !== null) {
      const { number, mac } = this.#last;
      if (number !== seal.head_number || mac !== seal.head_mac) this.#misfit('end', number + 1);
    }
    if (this.#known && !this.#sawKnown && this.#known.number > (seal?.anchor_number ?? 0)) {
      this.#misfit('head', this.#known.number);
    }
    return this.#verdict(seal);
  }

  /** The seal is read after the lines: one that is written meanwhile comes with it. */
  async #walkToHead(): Promise<AuditSealRow | null> {
    // Before the anchor there is nothing, unless somebody put it there.
    let after = Number.NEGATIVE_INFINITY;
    for (;;) {
      const rows = await this.#store.readAfter(after, rowsInOneLook);
      for (const row of rows) this.#look(row);
      const last = rows.at(-1);
      // A number that cannot be counted from is a misfit already; walking on from it might not end.
      if (last && !Number.isSafeInteger(last.number)) return this.#store.readSeal();
      if (last === undefined) {
        const seal = await this.#store.readSeal();
        if (seal === null || seal.head_number <= after || !(await this.#isMore(after))) return seal;
      } else {
        after = last.number;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async #isMore(after: number): Promise<boolean> {
    return (await this.#store.readAfter(after, 1)).length > 0;
  }

  #look(row: AuditRow): void {
    const { number, mac } = row;
    if (number !== this.#last.number + 1) this.#misfit('gap', this.#last.number + 1);
    if (!this.#fits(row)) this.#misfit('entry', number);
    if (row.operation === breakOperation) this.#misfit('break', number);
    if (number === this.#known?.number && mac === this.#known.mac) this.#sawKnown = true;
    this.#entries += 1;
    this.#firstRow ??= row;
    this.#lastRow = row;
    this.#last = { number, mac };
  }

  #fits(row: AuditRow): boolean {
    // What was never whole text in the file must not pass for it.
    if (Object.values(row).some((value) => typeof value === 'string' && value.includes('\uFFFD'))) {
      return false;
    }
    return row.mac === rowMac(this.#key, this.#last.mac, row);
  }

  #misfit(kind: Fault['kind'], number: number): void {
    if (this.#fault) this.#fault = { ...this.#fault, count: this.#fault.count + 1 };
    else this.#fault = { kind, number, count: 1 };
  }

  #verdict(seal: AuditSealRow | null): AuditVerdict {
    const first = this.#firstRow;
    const last = this.#lastRow;
    const removed = seal?.removed ?? 0;
    return {
      entries: this.#entries,
      ...(first ? { first: { number: first.number, atMs: first.at_ms } } : {}),
      ...(last ? { last: { number: last.number, atMs: last.at_ms } } : {}),
      ...(this.#fault ? { fault: this.#fault } : {}),
      ...(seal && removed > 0
        ? {
            removed: {
              entries: removed,
              untilMs: seal.removed_until_ms,
              misfits: seal.removed_misfits,
            },
          }
        : {}),
      ...(last ? { head: { number: last.number, mac: last.mac } } : {}),
    };
  }
}
