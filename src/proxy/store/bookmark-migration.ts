import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Moments that people keep. Without keys to people and cameras: a bookmark outlives both. */
export async function addBookmarks(database: Kysely<Tables>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('bookmarks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('from_ms', 'bigint', (column) => column.notNull())
    .addColumn('to_ms', 'bigint')
    .addColumn('camera_ids', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('tags', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('removed_at_ms', 'bigint')
    .execute();
  await schema.createIndex('bookmarks_from').on('bookmarks').column('from_ms').execute();
}
