import type { NewPerson, PersonChange } from '../../api/people.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { AccessStore, PersonRow } from '../store/access-store.ts';
import { isWeakPassword, type Passwords } from './passwords.ts';

export interface PeopleDependencies {
  readonly store: AccessStore;
  readonly passwords: Passwords;
  readonly now: () => number;
  readonly onChange: (personId: string, what: PersonMoment) => Promise<void>;
}

/** `authority`: another role or password, or switched off; `cameras`: sees others than before. */
type PersonMoment = 'authority' | 'cameras' | 'facts';

/** Who may use Watchfloor. */
export class People {
  readonly #with: PeopleDependencies;
  readonly #people = new Map<string, PersonRow>();
  #changes: Promise<unknown> = Promise.resolve();

  private constructor(dependencies: PeopleDependencies, rows: readonly PersonRow[]) {
    this.#with = dependencies;
    for (const row of rows) this.#people.set(row.id, row);
  }

  static async load(dependencies: PeopleDependencies): Promise<People> {
    return new People(dependencies, await dependencies.store.readPeople());
  }

  get all(): readonly PersonRow[] {
    return [...this.#people.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  get isEmpty(): boolean {
    return this.#people.size === 0;
  }

  get(personId: string): PersonRow | undefined {
    return this.#people.get(personId);
  }

  /** Names are one person's whatever their capitals. */
  named(name: string): PersonRow | undefined {
    return this.all.find((person) => nameKey(person.name) === nameKey(name));
  }

  /** @throws RequestFault `conflict` for a name in use, `password-weak` */
  async add(wanted: Omit<NewPerson, 'password'> & { password: string | null }): Promise<PersonRow> {
    this.#requireFreeName(wanted.name);
    const passwordHash = await this.#hash(wanted.password, wanted.name);
    return this.#inTurn(async () => {
      this.#requireFreeName(wanted.name);
      const person: PersonRow = {
        id: opaqueId(),
        name: wanted.name,
        role: wanted.role,
        cameras: wanted.cameras,
        enabled: true,
        passwordHash,
        createdAtMs: this.#with.now(),
      };
      return this.#keep(person, 'facts');
    });
  }

  /** @throws RequestFault `not-found`, `conflict`, `password-weak`, `last-administrator` */
  async change(personId: string, change: PersonChange): Promise<PersonRow> {
    const { password, ...rest } = change;
    const newName = change.name ?? this.#existing(personId).name;
    const newHash = password === undefined ? undefined : await this.#hash(password, newName);
    return this.#inTurn(async () => {
      const before = this.#existing(personId);
      if (rest.name !== undefined) this.#requireFreeName(rest.name, personId);
      const after: PersonRow = {
        ...before,
        name: rest.name ?? before.name,
        role: rest.role ?? before.role,
        cameras: rest.cameras ?? before.cameras,
        enabled: rest.enabled ?? before.enabled,
        passwordHash: newHash ?? before.passwordHash,
      };
      if (!isAdministrator(after)) this.#requireAnotherAdministrator(personId);
      return this.#keep(after, whatChanged(before, after));
    });
  }

  /** @throws RequestFault `password-weak` */
  async setPassword(personId: string, password: string): Promise<void> {
    const passwordHash = await this.#hash(password, this.#existing(personId).name);
    await this.#inTurn(() => this.#keep({ ...this.#existing(personId), passwordHash }, 'facts'));
  }

  async signedIn(personId: string): Promise<void> {
    await this.#inTurn(() =>
      this.#keep({ ...this.#existing(personId), lastSignInMs: this.#with.now() }, 'facts'),
    );
  }

  /** @throws RequestFault `not-found`, `last-administrator` */
  async remove(personId: string): Promise<PersonRow> {
    return this.#inTurn(async () => {
      const person = this.#existing(personId);
      this.#requireAnotherAdministrator(personId);
      this.#people.delete(personId);
      await this.#with.onChange(personId, 'authority');
      await this.#with.store.removePerson(personId);
      return person;
    });
  }

  /** One change after the other: each must see what the one before has made of a person. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#changes.then(change);
    this.#changes = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  #existing(personId: string): PersonRow {
    const person = this.#people.get(personId);
    if (!person) throw new RequestFault('not-found');
    return person;
  }

  #requireFreeName(name: string, except?: string): void {
    const holder = this.named(name);
    if (holder && holder.id !== except) throw new RequestFault('conflict', 'name');
  }

  #requireAnotherAdministrator(personId: string): void {
    const leaves = this.#people.get(personId);
    if (!leaves || !isAdministrator(leaves)) return;
    // Who has no password can come in only while the demo runs.
    const canComeIn = (one: PersonRow) => Boolean(one.passwordHash ?? !leaves.passwordHash);
    const stays = this.all.some(
      (one) => one.id !== personId && isAdministrator(one) && canComeIn(one),
    );
    if (!stays) throw new RequestFault('last-administrator');
  }

  async #hash(password: string | null, name: string): Promise<string | undefined> {
    if (password === null) return undefined;
    if (isWeakPassword(password, name)) throw new RequestFault('password-weak', 'password');
    return this.#with.passwords.make(password);
  }

  async #keep(person: PersonRow, what: PersonMoment): Promise<PersonRow> {
    await this.#with.store.savePerson(person);
    this.#people.set(person.id, person);
    await this.#with.onChange(person.id, what);
    return person;
  }
}

function whatChanged(before: PersonRow, after: PersonRow): PersonMoment {
  const isOtherAuthority =
    after.role !== before.role ||
    after.passwordHash !== before.passwordHash ||
    (before.enabled && !after.enabled);
  if (isOtherAuthority) return 'authority';
  return JSON.stringify(after.cameras) === JSON.stringify(before.cameras) ? 'facts' : 'cameras';
}

function isAdministrator(person: PersonRow): boolean {
  return person.enabled && person.role === 'administrator';
}

export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
