import { createHash } from 'node:crypto';
import type { AuditActor, AuditEntry } from '../../api/audit.ts';
import type { AccessEvent } from './access-record.ts';
import type { Caller } from './caller.ts';

/** The record of who did what. It only grows; who reads it sees no secret. */
export interface Audit {
  /**
   * Never rejects: a disk that takes nothing must not stop what a guard does.
   * @returns the entry with its number and its instant, once it is kept
   */
  write(entry: NewAuditEntry): Promise<AuditEntry>;
}

export type NewAuditEntry = Omit<AuditEntry, 'number' | 'atMs'>;

/** Who signs an entry, and from where. */
export type AuditSignature = Pick<AuditEntry, 'actor' | 'session' | 'address'>;

/** @param address of the socket, never what a header claims */
export function signatureOf(caller: Caller, address?: string): AuditSignature {
  return {
    actor: actorOf(caller),
    ...(caller.kind === 'nobody' ? {} : { session: shortHash(caller.session.id) }),
    ...(address === undefined ? {} : { address }),
  };
}

function actorOf(caller: Caller): AuditActor {
  if (caller.kind === 'nobody') return { kind: 'nobody', name: '' };
  if (caller.kind === 'kiosk') {
    const { id, name } = caller.kiosk;
    return { kind: 'kiosk', id, name };
  }
  const { id, name, role } = caller.person;
  return { kind: 'person', id, name, role };
}

/** What people did with each other's rights or with pictures, as an entry. */
export function entryOfEvent(event: AccessEvent): NewAuditEntry {
  const { caller, address, operation, object, parameters = {}, outcome, detail = '' } = event;
  const signature = signatureOf(caller, address);
  // Whoever has just come in was nobody before, and is to be found by name.
  const isArrival =
    caller.kind === 'nobody' && outcome === 'done' && operation === 'session.sign-in';
  const { id, name } = object ?? { id: '', name: '' };
  return {
    ...signature,
    ...(isArrival && object?.kind === 'person' ? { actor: { kind: 'person', id, name } } : {}),
    operation,
    ...(object === undefined ? {} : { object }),
    parameters: { ...parameters },
    outcome,
    detail,
    revealed: false,
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}
