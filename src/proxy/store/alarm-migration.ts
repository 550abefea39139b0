import type { Kysely } from 'kysely';
import { defaultRules } from '../../domain/alarm-rule.ts';
import type { Tables } from './tables.ts';

/** Alarms with their history, and the rules to begin with, which are then rows like any other. */
export async function addAlarmTables(database: Kysely<Tables>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('alarm_rules')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('alarms')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'bigint', (column) => column.notNull().unique())
    .addColumn('raised_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('closed_at_ms', 'bigint')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  for (const column of ['raised_at_ms', 'closed_at_ms']) {
    await schema.createIndex(`alarms_${column}`).on('alarms').column(column).execute();
  }
  await schema
    .createTable('alarm_steps')
    .addColumn('number', 'bigint', (column) => column.primaryKey())
    .addColumn('alarm_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('alarm_steps_alarm').on('alarm_steps').column('alarm_id').execute();
  await schema
    .createTable('alarm_outbox')
    .addColumn('number', 'bigint', (column) => column.primaryKey())
    .addColumn('alarm_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('alarm_requests')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('alarm_id', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('alarm_waiting')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('alarm_floods')
    .addColumn('from_ms', 'bigint', (column) => column.primaryKey())
    .addColumn('to_ms', 'bigint')
    .execute();
  await schema
    .createTable('alarm_cursor')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .execute();
  for (const [position, { id, ...rule }] of defaultRules.entries()) {
    const body = JSON.stringify({ ...rule, linkedCameraIds: [], sendings: [] });
    await database.insertInto('alarm_rules').values({ id, position, body }).execute();
  }
}
