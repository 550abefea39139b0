import type { SetUp, SignIn } from '../../api/session.ts';
import { RequestFault } from '../request-fault.ts';
import type { PersonRow } from '../store/access-store.ts';
import type { AccessRecord } from './access-record.ts';
import { nobody } from './caller.ts';
import type { DemoPeople } from './demo-people.ts';
import { isWeakPassword, type Passwords } from './passwords.ts';
import { nameKey, type People } from './people.ts';
import type { Session, Sessions } from './sessions.ts';
import type { SetUpCode } from './set-up-code.ts';
import type { SlowDown } from './slow-down.ts';

/** Where somebody comes from, for their list of sessions. */
export interface Visitor {
  readonly browser: string;
  readonly address: string;
}

export interface SignedIn {
  readonly session: Session;
  readonly token: string;
}

export interface SignInDeskParts {
  readonly people: People;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly slowDown: SlowDown;
  readonly setUpCode: SetUpCode;
  readonly demo: DemoPeople | null;
  readonly record: AccessRecord;
}

const busyRetryMs = 2000;

/** The ways into a session of a person. */
export class SignInDesk {
  readonly #parts: SignInDeskParts;

  constructor(parts: SignInDeskParts) {
    this.#parts = parts;
  }

  /** Whether nobody is registered who could let anybody else in. */
  get needsSetUp(): boolean {
    const { people, demo } = this.#parts;
    return (
      demo === null &&
      !people.all.some(
        ({ enabled, role, passwordHash }) => enabled && role === 'administrator' && passwordHash,
      )
    );
  }

  get isDemo(): boolean {
    return this.#parts.demo !== null;
  }

  /** @throws RequestFault `sign-in-refused`, `too-many-attempts` */
  async signIn({ name, password }: SignIn, visitor: Visitor): Promise<SignedIn> {
    const person = this.#parts.people.named(name);
    const fits = await this.#check(nameKey(name), person, password, visitor);
    if (!fits || !person?.enabled) {
      this.#note(
        'refused',
        visitor,
        person,
        person?.enabled === false ? 'switched-off' : 'password',
      );
      throw new RequestFault('sign-in-refused');
    }
    const begun = await this.#begin(person, visitor);
    const now = this.#parts.people.get(person.id);
    // Changed or switched off while it was checked: what was right then is not any more.
    if (!now?.enabled || now.passwordHash !== person.passwordHash) {
      await this.#parts.sessions.end(begun.session);
      throw new RequestFault('sign-in-refused');
    }
    return begun;
  }

  /** @throws RequestFault `code-refused`, `password-weak`, `conflict` */
  async setUp({ code, name, password }: SetUp, visitor: Visitor): Promise<SignedIn> {
    const { people, setUpCode } = this.#parts;
    if (!this.needsSetUp || !setUpCode.fits(code)) throw this.#codeRefused(visitor);
    if (isWeakPassword(password, name)) throw new RequestFault('password-weak', 'password');
    if (people.named(name)) throw new RequestFault('conflict', 'name');
    // Two who come at the same time: the code counts once.
    if (!setUpCode.take(code)) throw this.#codeRefused(visitor);
    const person = await people.add({ name, password, role: 'administrator', cameras: 'all' });
    return this.#begin(person, visitor);
  }

  /** @throws RequestFault `code-refused` */
  async signInToDemo(code: string, visitor: Visitor): Promise<SignedIn> {
    const person = this.#parts.demo?.personOf(code);
    if (!person) throw this.#codeRefused(visitor);
    return this.#begin(person, visitor);
  }

  /** @throws RequestFault `sign-in-refused`, `too-many-attempts` */
  async confirm(session: Session, person: PersonRow, password: string): Promise<string> {
    const visitor = session.row;
    const fits = await this.#check(nameKey(person.name), person, password, visitor);
    if (!fits) throw new RequestFault('sign-in-refused');
    return this.#parts.sessions.confirm(session);
  }

  /** @returns a new token for the session; every other session of the person ends */
  async changePassword(
    session: Session,
    person: PersonRow,
    change: { readonly current: string; readonly next: string },
  ): Promise<string> {
    const token = await this.confirm(session, person, change.current);
    await this.#parts.people.setPassword(person.id, change.next);
    await this.#parts.sessions.endWhere(
      ({ id, row }) =>
        id !== session.id && row.owner.kind === 'person' && row.owner.id === person.id,
    );
    return token;
  }

  async #check(
    account: string,
    person: PersonRow | undefined,
    password: string,
    { address }: Pick<Visitor, 'address'>,
  ): Promise<boolean> {
    const { slowDown, passwords } = this.#parts;
    const retryAfterMs = slowDown.waitMs(account, address);
    if (retryAfterMs > 0) throw new RequestFault('too-many-attempts', undefined, { retryAfterMs });
    if (passwords.crowded) {
      throw new RequestFault('too-many-attempts', undefined, { retryAfterMs: busyRetryMs });
    }
    // Counted before it is looked at, so that many at once are not all free tries.
    slowDown.failed(account, address);
    const fits = await passwords.matches(person?.passwordHash, password);
    if (fits) slowDown.succeeded(account, address);
    return fits;
  }

  async #begin(person: PersonRow, visitor: Visitor): Promise<SignedIn> {
    const { people, sessions } = this.#parts;
    const begun = await sessions.begin({ kind: 'person', id: person.id }, visitor);
    await people.signedIn(person.id);
    this.#note('done', visitor, person);
    return begun;
  }

  #codeRefused(visitor: Visitor): RequestFault {
    this.#note('refused', visitor, undefined, 'code');
    return new RequestFault('code-refused');
  }

  #note(outcome: 'done' | 'refused', { address }: Visitor, person?: PersonRow, detail?: string) {
    this.#parts.record({
      caller: nobody,
      address,
      operation: 'session.sign-in',
      ...(person ? { object: { kind: 'person', id: person.id, name: person.name } } : {}),
      outcome,
      ...(detail === undefined ? {} : { detail }),
    });
  }
}
