import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What alarms do to each view. */
export async function addViewAlarms(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .alterTable('views')
    .addColumn('alarm_policy', 'text', (column) => column.notNull().defaultTo('border'))
    .execute();
}
