import { randomBytes } from 'node:crypto';
import { type Role, roles } from '../../domain/role.ts';
import type { PersonRow } from '../store/access-store.ts';
import type { People } from './people.ts';
import { isSameSecret } from './session-token.ts';

const names: Readonly<Record<Role, string>> = {
  viewer: 'Demo viewer',
  operator: 'Demo operator',
  supervisor: 'Demo supervisor',
  administrator: 'Demo administrator',
};

/**
 * One person for each role of a site that only this machine can reach. They have no password: an
 * address that the start prints, new with each start, signs them in.
 */
export class DemoPeople {
  readonly #codes: ReadonlyMap<Role, string>;
  readonly #people: People;

  private constructor(people: People) {
    this.#people = people;
    this.#codes = new Map(roles.map((role) => [role, randomBytes(16).toString('base64url')]));
  }

  static async of(people: People): Promise<DemoPeople> {
    for (const role of roles) {
      if (people.named(names[role])) continue;
      await people.add({ name: names[role], role, cameras: 'all', password: null });
    }
    return new DemoPeople(people);
  }

  /** The part behind `#` of each role's address. */
  get codes(): ReadonlyMap<Role, string> {
    return this.#codes;
  }

  personOf(code: string): PersonRow | undefined {
    const [role] = [...this.#codes].find(([, held]) => isSameSecret(code, held)) ?? [];
    return role === undefined ? undefined : this.#people.named(names[role]);
  }
}
