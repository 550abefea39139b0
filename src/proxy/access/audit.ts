import type { IncomingMessage } from 'node:http';
import type { AuditEntry } from '../../api/audit.ts';
import { callerOf } from './authorize.ts';

export type { AuditEntry };

/** The record of who did what. It only grows; who reads it sees no secret. */
export interface Audit {
  /** @returns the entry with its number and its instant */
  write(entry: NewAuditEntry): Promise<AuditEntry>;
}

export type NewAuditEntry = Omit<AuditEntry, 'number' | 'atMs'>;

/** While there are no accounts, everything is done by the administrator at this machine. */
export function actorOf(request: IncomingMessage): string {
  return callerOf(request).isLocal ? 'local' : 'unknown';
}

/** What keeps the entries; the store is one. */
export interface AuditKeeper {
  appendAudit(entry: Omit<AuditEntry, 'number'>): Promise<AuditEntry>;
}

export function keptAudit(keeper: AuditKeeper, now: () => number): Audit {
  return { write: (entry) => keeper.appendAudit({ ...entry, atMs: now() }) };
}
