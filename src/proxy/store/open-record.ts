import { existsSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { StartFailure } from '../start-failure.ts';
import type { AuditStore } from './audit-store.ts';
import { fileName } from './open-store.ts';
import { SqlAuditStore } from './sql-audit-store.ts';
import type { Tables } from './tables.ts';

export interface OpenRecord {
  readonly store: AuditStore;
  close(): Promise<void>;
}

/**
 * Opens the record of a data folder to be read and no more, also while the proxy writes it.
 * @throws StartFailure where there is none
 */
export function openRecord(folder: string): OpenRecord {
  const file = path.join(folder, fileName);
  if (!existsSync(file)) {
    throw new StartFailure(
      `There is no record in ${folder}. Name the data folder with --data, or with WATCHFLOOR_DATA.`,
    );
  }
  let sqlite: SqliteDatabase.Database;
  try {
    sqlite = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    const chained = sqlite.prepare("select 1 from sqlite_master where name = 'audit_seal'").get();
    if (chained === undefined) {
      sqlite.close();
      throw new StartFailure(
        'This record is from before there was a chain. Start this Watchfloor once: it takes the record over.',
      );
    }
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(
      `The record ${file} cannot be read. Check that it belongs to this account and is not damaged.`,
    );
  }
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  return { store: new SqlAuditStore(database), close: () => database.destroy() };
}
