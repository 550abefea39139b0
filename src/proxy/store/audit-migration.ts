import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * The chained record. What stood in the table before it waits in `audit_unchained`, since only the
 * running proxy has the key to chain it.
 */
export async function chainAudit(database: Kysely<Tables>): Promise<void> {
  const { schema } = database;
  await schema.alterTable('audit').renameTo('audit_unchained').execute();
  await schema
    .createTable('audit')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('actor_kind', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('actor_name', 'text', (column) => column.notNull())
    .addColumn('actor_role', 'text')
    .addColumn('session', 'text')
    .addColumn('address', 'text')
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('object_kind', 'text')
    .addColumn('object_id', 'text')
    .addColumn('object_name', 'text')
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('revealed', 'integer', (column) => column.notNull())
    .addColumn('mac', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('audit_seal')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('anchor_number', 'integer', (column) => column.notNull())
    .addColumn('anchor_mac', 'text', (column) => column.notNull())
    .addColumn('removed', 'integer', (column) => column.notNull())
    .addColumn('removed_until_ms', 'bigint', (column) => column.notNull())
    .addColumn('removed_misfits', 'integer', (column) => column.notNull())
    .addColumn('head_number', 'integer', (column) => column.notNull())
    .addColumn('head_mac', 'text', (column) => column.notNull())
    .addColumn('mac', 'text', (column) => column.notNull())
    .execute();
  for (const trigger of triggers) await trigger.execute(database);
}

/** A slip of our own is refused by the database itself. Who owns the file can drop these; the chain tells. */
const triggers = [
  sql`create trigger audit_only_grows before update on audit
      begin select raise(abort, 'a line of the record never changes'); end`,
  // Retention moves the anchor first, so that it says what is about to go.
  sql`create trigger audit_keeps before delete on audit
      when old.number > coalesce((select anchor_number from audit_seal), 0)
      begin select raise(abort, 'a line of the record is removed only below the anchor'); end`,
  sql`create trigger audit_stays_sealed before delete on audit_seal
      begin select raise(abort, 'the record is never without its seal'); end`,
];
