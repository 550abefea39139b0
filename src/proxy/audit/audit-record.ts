import type { AuditEntry } from '../../api/audit.ts';
import type { Audit, NewAuditEntry } from '../access/audit.ts';
import type { Logger } from '../log.ts';
import type { AuditStore } from '../store/audit-store.ts';
import type { AuditKey } from './chain.ts';
import { entryOfUnchained } from './entry-row.ts';
import { growRecord, systemEntry, type TimedEntry } from './grow-record.ts';

/** A wall of 64 tiles opens 64 pictures within about this time. */
const gatherMs = 20;
const mostInGroup = 256;
/** Entries that wait in memory while the disk takes none; then the oldest are lost, and counted. */
const mostWaiting = 2000;
const firstRetryMs = 1000;
const longestRetryMs = 60_000;

export interface RecordDependencies {
  readonly store: AuditStore;
  readonly key: AuditKey;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
}

interface Waiting {
  readonly entry: TimedEntry;
  readonly settle: (entry: AuditEntry) => void;
}

/** Writes the record: in groups, in order, and never in the way of a picture. */
export class AuditRecord implements Audit {
  readonly #with: RecordDependencies;
  #waiting: Waiting[] = [];
  #lost = 0;
  #retryMs = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(dependencies: RecordDependencies) {
    this.#with = dependencies;
  }

  /** Chains what was written before there was a chain. */
  static async open(dependencies: RecordDependencies): Promise<AuditRecord> {
    const { store, key, now } = dependencies;
    const record = new AuditRecord(dependencies);
    const old = (await store.readUnchained()).map(entryOfUnchained);
    const [first] = old;
    // A chain that has begun takes nothing from there: whoever can write could put anything in.
    if (first !== undefined && (await store.readSeal()) === null) {
      const begun = systemEntry('audit.begin', now(), { before: String(old.length) });
      await store.adopt(growRecord(key, { seal: null, last: null }, [...old, begun]));
    }
    return record;
  }

  write(entry: NewAuditEntry): Promise<AuditEntry> {
    return new Promise((settle) => {
      this.#waiting.push({ entry: { ...entry, atMs: this.#with.now() }, settle });
      this.#dropOldest();
      if (this.#retryMs > 0) this.#settleUnkept();
      else this.#schedule(gatherMs);
    });
  }

  /** Writes what waits, as far as the disk takes it. */
  async close(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One at a time, so that the order stands.
    this.#writing = this.#writing.then(() => this.#writeAll());
    await this.#writing;
  }

  #schedule(afterMs: number): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // Never rejects: a failure is kept for the next time.
      void this.flush();
    }, afterMs);
    // A disk that takes nothing does not keep the process alive; what is to be written does.
    if (this.#retryMs > 0) this.#timer.unref();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, mostInGroup);
      try {
        await this.#append(group);
        this.#retryMs = 0;
      } catch (fault) {
        this.#with.log.error({ fault, operation: 'audit.write', waiting: this.#waiting.length });
        this.#waiting = [...group, ...this.#waiting];
        this.#dropOldest();
        this.#settleUnkept();
        this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2 || firstRetryMs);
        this.#schedule(this.#retryMs);
        return;
      }
    }
  }

  async #append(group: readonly Waiting[]): Promise<void> {
    const { store, key, now, log } = this.#with;
    const lost = this.#lost;
    const before = lost > 0 ? [systemEntry('audit.lost', now(), { entries: String(lost) })] : [];
    const added = [...before, ...group.map(({ entry }) => entry)];
    const { entries, broken } = await store.append((end) => growRecord(key, end, added));
    if (broken) log.error({ operation: 'audit.break', number: entries[0]?.number });
    this.#lost -= lost;
    for (const [index, { settle }] of group.entries()) {
      const entry = entries[before.length + index];
      if (entry) settle(entry);
    }
  }

  #dropOldest(): void {
    const excess = this.#waiting.length - mostWaiting;
    if (excess <= 0) return;
    for (const { entry, settle } of this.#waiting.splice(0, excess))
      settle({ number: 0, ...entry });
    this.#lost += excess;
  }

  /** Nobody waits for a disk that may not come back. */
  #settleUnkept(): void {
    for (const { entry, settle } of this.#waiting) settle({ number: 0, ...entry });
  }
}
