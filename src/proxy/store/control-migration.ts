import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Pictures of presets, the last command to each output, and which cameras move. */
export async function addControlTables(database: Kysely<Tables>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('preset_pictures')
    .addColumn('camera_id', 'text', (column) =>
      column.notNull().references('cameras.id').onDelete('cascade'),
    )
    .addColumn('preset_id', 'text', (column) => column.notNull())
    .addColumn('taken_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('picture', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('preset_pictures_key', ['camera_id', 'preset_id'])
    .execute();
  await schema
    .createTable('output_commands')
    .addColumn('camera_id', 'text', (column) =>
      column.notNull().references('cameras.id').onDelete('cascade'),
    )
    .addColumn('output_id', 'text', (column) => column.notNull())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('output_commands_key', ['camera_id', 'output_id'])
    .execute();
  await schema
    .createTable('ptz_movements')
    .addColumn('camera_id', 'text', (column) =>
      column.primaryKey().references('cameras.id').onDelete('cascade'),
    )
    .addColumn('velocities', 'text', (column) => column.notNull())
    .execute();
}
