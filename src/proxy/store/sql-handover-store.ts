import { type Kysely, sql } from 'kysely';
import type { HandoverNote } from '../../api/shift-report.ts';
import type { HandoverStore } from './handover-store.ts';
import type { Tables } from './tables.ts';

export class SqlHandoverStore implements HandoverStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async add({ atMs, by, text }: HandoverNote): Promise<void> {
    await this.#database
      .insertInto('handover_notes')
      .values((builder) => ({
        ...{ at_ms: atMs, by_id: by.id, by_name: by.name, text },
        number: builder
          .selectFrom('handover_notes')
          .select(sql<number>`coalesce(max(number), 0) + 1`.as('next')),
      }))
      .execute();
  }

  async read(fromMs: number, toMs: number): Promise<readonly HandoverNote[]> {
    const rows = await this.#notes()
      .where('at_ms', '>=', fromMs)
      .where('at_ms', '<', toMs)
      .orderBy('number')
      .execute();
    return rows.map(noteOf);
  }

  async readNewest(most: number): Promise<readonly HandoverNote[]> {
    const rows = await this.#notes().orderBy('number', 'desc').limit(most).execute();
    return rows.map(noteOf);
  }

  async forget(beforeMs: number): Promise<void> {
    await this.#database.deleteFrom('handover_notes').where('at_ms', '<', beforeMs).execute();
  }

  #notes() {
    return this.#database
      .selectFrom('handover_notes')
      .select(['at_ms', 'by_id', 'by_name', 'text']);
  }
}

interface Row {
  at_ms: number;
  by_id: string;
  by_name: string;
  text: string;
}

function noteOf(row: Row): HandoverNote {
  return { atMs: Number(row.at_ms), by: { id: row.by_id, name: row.by_name }, text: row.text };
}
