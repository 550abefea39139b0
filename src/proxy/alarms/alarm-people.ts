import { roleMay } from '../../domain/role.ts';
import type { Access } from '../access/access.ts';
import type { PersonRow } from '../store/access-store.ts';
import type { KeptAlarm } from '../store/alarm-store.ts';
import { SeenAlarms, type SeenDependencies } from './seen-alarms.ts';

/** Who may handle an alarm. */
export class AlarmPeople {
  readonly #access: Pick<Access, 'people' | 'gate' | 'sessions'>;
  readonly #seen: SeenDependencies;

  constructor(access: Pick<Access, 'people' | 'gate' | 'sessions'>, seen: SeenDependencies) {
    this.#access = access;
    this.#seen = seen;
  }

  /** @returns null for somebody who is not there, or whose business the alarm is not */
  recipient(personId: string, alarm: KeptAlarm): { id: string; name: string } | null {
    const person = this.#access.people.get(personId);
    return person && this.#may(person, alarm) ? { id: person.id, name: person.name } : null;
  }

  all(alarm: KeptAlarm): { id: string; name: string; present: boolean }[] {
    const { people, sessions } = this.#access;
    return people.all
      .filter((person) => this.#may(person, alarm))
      .map(({ id, name }) => ({
        ...{ id, name },
        present: sessions.ofOwner({ kind: 'person', id }).length > 0,
      }));
  }

  #may(person: PersonRow, alarm: KeptAlarm): boolean {
    if (!person.enabled || !roleMay(person.role, 'handle-alarms')) return false;
    return new SeenAlarms(this.#access.gate.rightsOf(person), this.#seen).may(alarm);
  }
}
