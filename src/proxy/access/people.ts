import type { NewPerson, PersonChange } from '../../api/people.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { AccessStore, PersonRow } from '../store/access-store.ts';
import { isWeakPassword, type Passwords } from './passwords.ts';

export interface PeopleDependencies {
  readonly store: AccessStore;
  readonly passwords: Passwords;
  readonly now: () => number;
  /** `authority`: another role or password, or switched off; `cameras`: sees others than before. */
  readonly onChange: (personId: string, what: 'authority' | 'cameras' | 'facts') => Promise<void>;
}

/** Who may use Watchfloor. */
export class People {
  readonly #with: PeopleDependencies;
  readonly #people = new Map<string, PersonRow>();

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
    await this.#keep(person, 'facts');
    return person;
  }

  /** @throws RequestFault `not-found`, `conflict`, `password-weak`, `last-administrator` */
  async change(personId: string, change: PersonChange): Promise<PersonRow> {
    const before = this.#existing(personId);
    if (change.name !== undefined) this.#requireFreeName(change.name, personId);
    const passwordHash =
      change.password === undefined
        ? before.passwordHash
        : await this.#hash(change.password, change.name ?? before.name);
    const after: PersonRow = {
      ...before,
      name: change.name ?? before.name,
      role: change.role ?? before.role,
      cameras: change.cameras ?? before.cameras,
      enabled: change.enabled ?? before.enabled,
      passwordHash,
    };
    if (!isAdministrator(after)) this.#requireAnotherAdministrator(personId);
    const authority =
      after.role !== before.role ||
      passwordHash !== before.passwordHash ||
      (before.enabled && !after.enabled);
    const cameras = JSON.stringify(after.cameras) !== JSON.stringify(before.cameras);
    await this.#keep(after, authority ? 'authority' : cameras ? 'cameras' : 'facts');
    return after;
  }

  /** @throws RequestFault `password-weak` */
  async setPassword(personId: string, password: string): Promise<void> {
    const person = this.#existing(personId);
    const passwordHash = await this.#hash(password, person.name);
    await this.#keep({ ...this.#existing(personId), passwordHash }, 'facts');
  }

  async signedIn(personId: string): Promise<void> {
    await this.#keep({ ...this.#existing(personId), lastSignInMs: this.#with.now() }, 'facts');
  }

  /** @throws RequestFault `not-found`, `last-administrator` */
  async remove(personId: string): Promise<PersonRow> {
    const person = this.#existing(personId);
    this.#requireAnotherAdministrator(personId);
    this.#people.delete(personId);
    await this.#with.onChange(personId, 'authority');
    await this.#with.store.removePerson(personId);
    return person;
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
    const stays = this.all.some((one) => one.id !== personId && isAdministrator(one));
    if (!stays) throw new RequestFault('last-administrator');
  }

  async #hash(password: string | null, name: string): Promise<string | undefined> {
    if (password === null) return undefined;
    if (isWeakPassword(password, name)) throw new RequestFault('password-weak', 'password');
    return this.#with.passwords.make(password);
  }

  async #keep(person: PersonRow, what: 'authority' | 'cameras' | 'facts'): Promise<void> {
    await this.#with.store.savePerson(person);
    this.#people.set(person.id, person);
    await this.#with.onChange(person.id, what);
  }
}

function isAdministrator(person: PersonRow): boolean {
  return person.enabled && person.role === 'administrator';
}

export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
