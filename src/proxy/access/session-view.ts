import type { OpenSession, SessionView } from '../../api/session.ts';
import { verbsOf } from '../../domain/role.ts';
import type { Access } from './access.ts';
import type { Caller } from './caller.ts';
import { locksAfterMs } from './session-limits.ts';
import type { Session } from './sessions.ts';

/** What a window is told of who uses it. */
export function sessionView(caller: Caller, { desk, gate }: Access): SessionView {
  if (desk.needsSetUp) return { state: 'setup-needed' };
  if (caller.kind === 'nobody') return { state: 'signed-out', demo: desk.isDemo };
  if (caller.kind === 'kiosk') {
    const { id, name, viewId } = caller.kiosk;
    return { state: 'kiosk', kiosk: { id, name }, viewId, may: ['view'] };
  }
  const { id, name, role, passwordHash } = caller.person;
  return {
    state: 'signed-in',
    person: { id, name, role },
    may: [...verbsOf(role)],
    allCameras: caller.sees === 'all',
    locksAfterMs,
    locked: gate.isLocked(caller),
    hasPassword: passwordHash !== undefined,
  };
}

/** Sessions of people as a list shows them, the latest first. */
export function openSessions(
  sessions: readonly Session[],
  asking: Session,
  access: Access,
): OpenSession[] {
  return sessions
    .flatMap((session) => {
      const { id, owner, browser, address, createdAtMs, lastSeenMs } = session.row;
      const person = owner.kind === 'person' ? access.people.get(owner.id) : undefined;
      if (!person) return [];
      const endsAtMs = access.sessions.endsAtMs(session);
      const { name: personName, role } = person;
      const own = session.id === asking.id;
      return [
        {
          id,
          personId: person.id,
          personName,
          role,
          browser,
          address,
          createdAtMs,
          lastSeenMs,
          endsAtMs,
          own,
        },
      ];
    })
    .sort((one, other) => other.lastSeenMs - one.lastSeenMs);
}
