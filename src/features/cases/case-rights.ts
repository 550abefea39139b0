import type { Case, CaseEntry } from '../../api/cases.ts';
import type { SessionView } from '../../api/session.ts';
import { mayIn } from '../../device-access/use-session.ts';

/** Whether somebody may write a case, close it and remove it. */
export function mayChange(session: SessionView | undefined, { by }: Pick<Case, 'by'>): boolean {
  return mayIn(session, 'supervise') || isOwn(session, by.id);
}

/** Whoever put something in takes it out again. */
export function mayTakeOut(
  session: SessionView | undefined,
  of: Pick<Case, 'by' | 'closed'>,
  { addedBy }: Pick<CaseEntry, 'addedBy'>,
): boolean {
  return of.closed === null && (mayChange(session, of) || isOwn(session, addedBy.id));
}

function isOwn(session: SessionView | undefined, personId: string): boolean {
  if (!mayIn(session, 'handle-alarms')) return false;
  return session?.state === 'signed-in' && session.person.id === personId;
}
