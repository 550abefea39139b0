import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What shifts leave to each other. Without a key to people: a note outlives whoever wrote it. */
export async function addHandoverTables(database: Kysely<Tables>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('handover_notes')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('handover_notes_at').on('handover_notes').column('at_ms').execute();
}
