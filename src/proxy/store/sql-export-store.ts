import type { Kysely } from 'kysely';
import type { ExportRow, ExportStore } from './export-store.ts';
import { parseJson } from './parse-json.ts';
import type { Tables } from './tables.ts';

export class SqlExportStore implements ExportStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async read(): Promise<readonly ExportRow[]> {
    const rows = await this.#database
      .selectFrom('exports')
      .selectAll()
      .orderBy('created_at_ms')
      .orderBy('id')
      .execute();
    return rows.map(({ id, created_at_ms, body }) => ({
      id,
      createdAtMs: Number(created_at_ms),
      body: parseJson(body),
    }));
  }

  async save({ id, createdAtMs, body }: ExportRow): Promise<void> {
    const values = { created_at_ms: createdAtMs, body: JSON.stringify(body) };
    await this.#database
      .insertInto('exports')
      .values({ id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async remove(id: string): Promise<void> {
    await this.#database.deleteFrom('exports').where('id', '=', id).execute();
  }
}
