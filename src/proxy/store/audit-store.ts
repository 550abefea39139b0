import type { AuditFilter } from '../../api/audit.ts';
import type { Tables } from './tables.ts';

/** A line of the record exactly as it lies on disk; what does not apply is null. */
export type AuditRow = Tables['audit'];

/** Both ends of the record: what was removed before its first line, and which line is the last. */
export type AuditSealRow = Omit<Tables['audit_seal'], 'id'>;

/** A line from before there was a chain. */
export type UnchainedRow = Tables['audit_unchained'];

/** Where a record ends. */
export interface AuditEnd {
  readonly seal: AuditSealRow | null;
  readonly last: Pick<AuditRow, 'number' | 'mac'> | null;
}

export interface AuditGrowth {
  readonly rows: readonly AuditRow[];
  readonly seal: AuditSealRow;
}

/** Keeps the record. It knows no key: what fits and what does not is decided elsewhere. */
export interface AuditStore {
  readSeal(): Promise<AuditSealRow | null>;
  /** Lines with a higher number, the lowest first. */
  readAfter(number: number, most: number): Promise<readonly AuditRow[]>;
  /** Lines that a filter lets through, the newest first, in groups that may be empty. */
  find(filter: AuditFilter, before: number | undefined): AsyncIterable<readonly AuditRow[]>;
  /** Adds lines behind the end and moves the seal, all or nothing. */
  append<Growth extends AuditGrowth>(grow: (end: AuditEnd) => Growth): Promise<Growth>;
  readUnchained(): Promise<readonly UnchainedRow[]>;
  /** Begins the record with lines from before the chain, which are then kept only here. */
  adopt(growth: AuditGrowth): Promise<void>;
  /** The number of the last of the lines at the beginning that are older than an instant. */
  lastBefore(atMs: number): Promise<number | null>;
  /**
   * Removes lines up to a number, at most so many, behind a seal that says so.
   * @returns how many
   */
  trim(upTo: number, most: number, move: TrimSeal): Promise<number>;
}

export type TrimSeal = (seal: AuditSealRow, gone: readonly AuditRow[]) => AuditSealRow;
