import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Cases with what they gather. Without keys to people and to the things: a case outlives both. */
export async function addCases(database: Kysely<Tables>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('changed_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('closed_by_id', 'text')
    .addColumn('closed_by_name', 'text')
    .addColumn('closed_at_ms', 'bigint')
    .execute();
  await schema
    .createTable('case_items')
    .addColumn('case_id', 'text', (column) =>
      column.notNull().references('cases.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('from_ms', 'bigint', (column) => column.notNull())
    .addColumn('to_ms', 'bigint')
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('added_by_id', 'text', (column) => column.notNull())
    .addColumn('added_by_name', 'text', (column) => column.notNull())
    .addColumn('added_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('removed_at_ms', 'bigint')
    .addPrimaryKeyConstraint('case_items_key', ['case_id', 'kind', 'item_id'])
    .execute();
}
