import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Without a key to people or cameras: what was exported outlives both. */
export async function addExportTables(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createTable('exports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
}
