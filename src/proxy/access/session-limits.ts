import type { Role } from '../../domain/role.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Without input for so long, a window that may do more than look asks for the password again. */
export const locksAfterMs = 15 * minute;
/** For how long a password that was given counts for what is dangerous. */
export const freshMs = 10 * minute;

export interface SessionLimits {
  readonly idleMs: number;
  /** Whether only a person at the keyboard counts as use, or an open picture too. */
  readonly idleCounts: 'input' | 'presence';
  readonly absoluteMs: number;
}

/** A shift is twelve hours; whoever may change everything is given less. */
export const personLimits: Readonly<Record<Role, SessionLimits>> = {
  viewer: { idleMs: 12 * hour, idleCounts: 'presence', absoluteMs: 7 * day },
  operator: { idleMs: 12 * hour, idleCounts: 'presence', absoluteMs: 7 * day },
  supervisor: { idleMs: 12 * hour, idleCounts: 'presence', absoluteMs: 7 * day },
  administrator: { idleMs: 30 * minute, idleCounts: 'input', absoluteMs: 12 * hour },
};

export const kioskLimits: SessionLimits = {
  idleMs: 30 * day,
  idleCounts: 'presence',
  absoluteMs: 365 * day,
};
