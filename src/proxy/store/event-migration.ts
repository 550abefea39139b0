import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A calendar and a timeline ask for a camera's events by when they happened, not when they came. */
export async function addEventTimes(database: Kysely<Tables>): Promise<void> {
  await database.schema
    .createIndex('events_camera_at')
    .on('events')
    .columns(['camera_id', 'at_ms'])
    .execute();
}

/** The journal of events. Without keys to devices and cameras: what happened outlives them. */
export async function addEventTables(database: Kysely<Tables>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('events')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('device_name', 'text', (column) => column.notNull())
    .addColumn('camera_id', 'text')
    .addColumn('camera_name', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('end_ms', 'bigint')
    .addColumn('device_at_ms', 'bigint')
    .addColumn('received_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('clock_offset_ms', 'bigint')
    .addColumn('is_late', 'integer', (column) => column.notNull())
    .addColumn('is_snapshot', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('key', 'text')
    .addColumn('image_target', 'text')
    .addColumn('fact', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('events_key').on('events').column('key').execute();
  await schema.createIndex('events_received').on('events').column('received_at_ms').execute();
  await schema
    .createTable('event_gaps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'bigint', (column) => column.notNull().unique())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('device_name', 'text', (column) => column.notNull())
    .addColumn('from_ms', 'bigint', (column) => column.notNull())
    .addColumn('to_ms', 'bigint')
    .addColumn('state', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('event_numbers')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('latest', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('event_signs')
    .addColumn('device_id', 'text', (column) => column.primaryKey())
    .addColumn('alive_at_ms', 'bigint', (column) => column.notNull())
    .execute();
}
