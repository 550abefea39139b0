import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import { roles } from '../../domain/role.ts';
import type {
  AccessStore,
  CameraGroupRow,
  CameraScope,
  KioskRow,
  PersonRow,
  SessionRow,
} from './access-store.ts';
import type { Tables } from './tables.ts';

const roleSchema = z.enum(roles);
const idsSchema = z.array(z.string());

export class SqlAccessStore implements AccessStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async readPeople(): Promise<readonly PersonRow[]> {
    const rows = await this.#database.selectFrom('people').selectAll().orderBy('name').execute();
    return rows.map(personOf);
  }

  async savePerson(person: PersonRow): Promise<void> {
    const values = {
      name: person.name,
      role: person.role,
      cameras: person.cameras === 'all' ? 'all' : JSON.stringify(person.cameras),
      enabled: person.enabled ? 1 : 0,
      password_hash: person.passwordHash ?? null,
      created_at_ms: person.createdAtMs,
      last_sign_in_ms: person.lastSignInMs ?? null,
    };
    await this.#database
      .insertInto('people')
      .values({ id: person.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async removePerson(personId: string): Promise<void> {
    await this.#database.deleteFrom('people').where('id', '=', personId).execute();
  }

  async readGroups(): Promise<readonly CameraGroupRow[]> {
    const rows = await this.#database
      .selectFrom('camera_groups')
      .selectAll()
      .orderBy('name')
      .execute();
    return rows.map(({ id, name, camera_ids }) => ({ id, name, cameraIds: readIds(camera_ids) }));
  }

  async saveGroup({ id, name, cameraIds }: CameraGroupRow): Promise<void> {
    const values = { name, camera_ids: JSON.stringify(cameraIds) };
    await this.#database
      .insertInto('camera_groups')
      .values({ id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async removeGroup(groupId: string): Promise<void> {
    await this.#database.deleteFrom('camera_groups').where('id', '=', groupId).execute();
  }

  async readKiosks(): Promise<readonly KioskRow[]> {
    const rows = await this.#database.selectFrom('kiosks').selectAll().orderBy('name').execute();
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      viewId: row.view_id,
      groupId: row.group_id,
      pairedAtMs: Number(row.paired_at_ms),
    }));
  }

  async saveKiosk(kiosk: KioskRow): Promise<void> {
    const values = {
      name: kiosk.name,
      view_id: kiosk.viewId,
      group_id: kiosk.groupId,
      paired_at_ms: kiosk.pairedAtMs,
    };
    await this.#database
      .insertInto('kiosks')
      .values({ id: kiosk.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async removeKiosk(kioskId: string): Promise<void> {
    await this.#database.deleteFrom('kiosks').where('id', '=', kioskId).execute();
  }

  async readSessions(): Promise<readonly SessionRow[]> {
    const rows = await this.#database.selectFrom('sessions').selectAll().execute();
    return rows.flatMap((row) => sessionOf(row) ?? []);
  }

  async saveSession(session: SessionRow): Promise<void> {
    const { owner } = session;
    const values = {
      token_hash: session.tokenHash,
      person_id: owner.kind === 'person' ? owner.id : null,
      kiosk_id: owner.kind === 'kiosk' ? owner.id : null,
      browser: session.browser,
      address: session.address,
      created_at_ms: session.createdAtMs,
      last_seen_ms: session.lastSeenMs,
      last_input_ms: session.lastInputMs,
      confirmed_at_ms: session.confirmedAtMs,
    };
    await this.#database
      .insertInto('sessions')
      .values({ id: session.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async removeSession(sessionId: string): Promise<void> {
    await this.#database.deleteFrom('sessions').where('id', '=', sessionId).execute();
  }
}

function personOf(row: Selectable<Tables['people']>): PersonRow {
  return {
    id: row.id,
    name: row.name,
    // A role that nobody knows is the least one.
    role: roleSchema.safeParse(row.role).data ?? 'viewer',
    cameras: readScope(row.cameras),
    enabled: row.enabled === 1,
    passwordHash: row.password_hash ?? undefined,
    createdAtMs: Number(row.created_at_ms),
    lastSignInMs: row.last_sign_in_ms === null ? undefined : Number(row.last_sign_in_ms),
  };
}

function sessionOf(row: Selectable<Tables['sessions']>): SessionRow | null {
  const person = row.person_id;
  const id = person ?? row.kiosk_id;
  if (id === null) return null;
  return {
    id: row.id,
    tokenHash: row.token_hash,
    owner: { kind: person === null ? 'kiosk' : 'person', id },
    browser: row.browser,
    address: row.address,
    createdAtMs: Number(row.created_at_ms),
    lastSeenMs: Number(row.last_seen_ms),
    lastInputMs: Number(row.last_input_ms),
    confirmedAtMs: Number(row.confirmed_at_ms),
  };
}

function readScope(text: string): CameraScope {
  return text === 'all' ? 'all' : readIds(text);
}

/** What cannot be read grants nothing. */
function readIds(text: string): readonly string[] {
  try {
    return idsSchema.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
