import type { IncomingMessage } from 'node:http';
import type { KioskRow, PersonRow } from '../store/access-store.ts';
import { type Caller, nobody, type PersonCaller } from './caller.ts';
import type { CameraGroups } from './camera-groups.ts';
import type { People } from './people.ts';
import {
  freshMs,
  kioskLimits,
  locksAfterMs,
  personLimits,
  type SessionLimits,
} from './session-limits.ts';
import { type CookieScope, readSessionCookie } from './session-token.ts';
import type { Session, SessionOwner, Sessions } from './sessions.ts';

export interface GateParts {
  readonly people: People;
  readonly groups: CameraGroups;
  readonly kioskOf: (kioskId: string) => KioskRow | undefined;
  readonly sessions: Sessions;
  readonly now: () => number;
}

/** Knows by a request's cookie who asks. */
export class Gate {
  readonly #parts: GateParts;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /** @returns `repeated` when somebody has put a second cookie beside ours: nobody may guess which is true */
  callerOf(request: IncomingMessage, scope: CookieScope): Caller | 'repeated' {
    const { token, repeated } = readSessionCookie(request, scope);
    if (repeated) return 'repeated';
    const session = token === null ? undefined : this.#parts.sessions.find(token);
    return session ? this.callerWith(session) : nobody;
  }

  callerWith(session: Session): Caller {
    const { owner } = session.row;
    if (owner.kind === 'person') {
      const person = this.#parts.people.get(owner.id);
      if (!person) return nobody;
      return { ...this.rightsOf(person), session };
    }
    const kiosk = this.#parts.kioskOf(owner.id);
    if (!kiosk) return nobody;
    return { kind: 'kiosk', kiosk, session, sees: this.#parts.groups.seenBy([kiosk.groupId]) };
  }

  rightsOf(person: PersonRow): Omit<PersonCaller, 'session'> {
    const scope = person.role === 'administrator' ? 'all' : person.cameras;
    return { kind: 'person', person, sees: this.#parts.groups.seenBy(scope) };
  }

  /** Whether so long nobody was at the keyboard that only looking goes on. */
  isLocked(caller: Caller): boolean {
    if (caller.kind !== 'person' || !caller.person.passwordHash) return false;
    return this.#parts.now() - caller.session.row.lastInputMs >= locksAfterMs;
  }

  /** Whether the password was given a moment ago; who has none cannot be asked. */
  isFresh(caller: Caller): boolean {
    if (caller.kind !== 'person') return false;
    if (!caller.person.passwordHash) return true;
    return this.#parts.now() - caller.session.row.confirmedAtMs < freshMs;
  }
}

/** How long the sessions of an owner last; null for one who may not come in at all. */
export function limitsFor(
  owner: SessionOwner,
  parts: {
    readonly person: PersonRow | undefined;
    readonly kiosk: KioskRow | undefined;
    readonly isDemo: boolean;
  },
): SessionLimits | null {
  if (owner.kind === 'kiosk') return parts.kiosk ? kioskLimits : null;
  const { person } = parts;
  // People of the demo have no password; where the demo no longer runs they are nobody.
  if (!person?.enabled || !(person.passwordHash || parts.isDemo)) return null;
  return personLimits[person.role];
}
