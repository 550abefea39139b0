import type { AuditEntry } from '../../api/audit.ts';
import type { Caller } from './caller.ts';

export type { AuditEntry };

/** The record of who did what. It only grows; who reads it sees no secret. */
export interface Audit {
  /** @returns the entry with its number and its instant */
  write(entry: NewAuditEntry): Promise<AuditEntry>;
}

export type NewAuditEntry = Omit<AuditEntry, 'number' | 'atMs'>;

export function actorOf(caller: Caller): string {
  if (caller.kind === 'person') return caller.person.name;
  return caller.kind === 'kiosk' ? caller.kiosk.name : 'nobody';
}

/** What keeps the entries; the store is one. */
export interface AuditKeeper {
  appendAudit(entry: Omit<AuditEntry, 'number'>): Promise<AuditEntry>;
}

export function keptAudit(keeper: AuditKeeper, now: () => number): Audit {
  return { write: (entry) => keeper.appendAudit({ ...entry, atMs: now() }) };
}
