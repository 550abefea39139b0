import type { Kysely } from 'kysely';
import { StartFailure } from '../start-failure.ts';
import { addAccessTables } from './access-migration.ts';
import { addAlarmTables } from './alarm-migration.ts';
import { chainAudit } from './audit-migration.ts';
import { addBookmarks } from './bookmark-migration.ts';
import { addCases } from './case-migration.ts';
import { addCertificates } from './certificates-migration.ts';
import { addControlTables } from './control-migration.ts';
import { addEventTables, addEventTimes } from './event-migration.ts';
import { addExportTables } from './export-migration.ts';
import { addHandoverTables } from './handover-migration.ts';
import type { Tables } from './tables.ts';
import { addViewAlarms } from './view-alarms-migration.ts';

type Step = (database: Kysely<Tables>) => Promise<void>;

/** Append only: a step that has been released is never edited. */
const steps: readonly Step[] = [
  async (database) => {
    const schema = database.schema;
    await schema
      .createTable('devices')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('protocol_id', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('entry_target', 'text', (column) => column.notNull())
      .addColumn('username', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('secrets')
      .addColumn('device_id', 'text', (column) =>
        column.notNull().references('devices.id').onDelete('cascade'),
      )
      .addColumn('field', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('secrets_key', ['device_id', 'field'])
      .execute();
    await schema
      .createTable('cameras')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('device_id', 'text', (column) =>
        column.notNull().references('devices.id').onDelete('cascade'),
      )
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('enabled', 'integer', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addUniqueConstraint('cameras_channel', ['device_id', 'channel'])
      .execute();
    await schema
      .createTable('views')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('layout', 'text', (column) => column.notNull())
      .addColumn('cells', 'text', (column) => column.notNull())
      .execute();
  },
  // Without a key to the devices: what was done to one outlives it.
  async (database) => {
    await database.schema
      .createTable('audit')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('device_id', 'text', (column) => column.notNull())
      .addColumn('device_name', 'text', (column) => column.notNull())
      .addColumn('camera_id', 'text')
      .addColumn('operation', 'text', (column) => column.notNull())
      .addColumn('parameters', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('revealed', 'integer', (column) => column.notNull())
      .execute();
  },
  addAccessTables,
  chainAudit,
  addCertificates,
  addControlTables,
  addEventTables,
  addAlarmTables,
  addHandoverTables,
  addViewAlarms,
  addBookmarks,
  addExportTables,
  addEventTimes,
  addCases,
];

/**
 * Brings a database to the newest schema, or leaves it as it is: all steps are one transaction.
 * @throws StartFailure when a newer program has written the database.
 */
export async function migrate(database: Kysely<Tables>, nowMs: number): Promise<void> {
  await database.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('applied_at_ms', 'bigint', (column) => column.notNull())
    .execute();
  const row = await database
    .selectFrom('migrations')
    .select(({ fn }) => fn.max('number').as('latest'))
    .executeTakeFirst();
  const latest = Number(row?.latest ?? 0);
  if (latest > steps.length) {
    throw new StartFailure(
      'The registry was written by a newer Watchfloor. Start that version, or restore an older copy of the data folder.',
    );
  }
  if (latest === steps.length) return;
  await database.transaction().execute(async (transaction) => {
    for (const [index, step] of steps.entries()) {
      if (index < latest) continue;
      await step(transaction);
      await transaction
        .insertInto('migrations')
        .values({ number: index + 1, applied_at_ms: nowMs })
        .execute();
    }
  });
}
