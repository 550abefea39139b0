import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { StartFailure } from '../start-failure.ts';
import { backupCopies } from './backups.ts';
import { fileName } from './open-store.ts';

/** A secret with what it is bound to. */
export interface StoredSecret {
  readonly deviceId: string;
  readonly field: string;
  readonly origin: string;
  readonly sealed: string;
}

/** @returns the secret sealed anew, or null to leave it as it is */
export type Reseal = (secret: StoredSecret) => string | null;

/**
 * Seals the secrets of the registry and of its copies anew, each file all or nothing.
 * @returns how many secrets there are, and how many were left, in the registry
 * @throws StartFailure while the product runs: it would go on with keys that are about to go
 */
export function resealSecrets(folder: string, reseal: Reseal): { total: number; left: number } {
  const result = resealFile(path.join(folder, fileName), reseal);
  for (const copy of backupCopies(folder)) resealFile(copy.file, reseal);
  return result;
}

function resealFile(file: string, reseal: Reseal): { total: number; left: number } {
  const database = openAlone(file);
  try {
    const rows = database
      .prepare(
        'select device_id as deviceId, field, origin, sealed from secrets join devices on devices.id = device_id',
      )
      .all() as StoredSecret[];
    const update = database.prepare(
      'update secrets set sealed = ? where device_id = ? and field = ?',
    );
    let left = 0;
    database.transaction(() => {
      for (const row of rows) {
        const sealed = reseal(row);
        if (sealed === null) left += 1;
        else update.run(sealed, row.deviceId, row.field);
      }
    })();
    return { total: rows.length, left };
  } finally {
    database.close();
  }
}

function openAlone(file: string): SqliteDatabase.Database {
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(file, { fileMustExist: true, timeout: 1000 });
    // Leaving the write-ahead log needs the file for oneself: any other program keeps us out.
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = FULL');
    // What was sealed with the old key must not stay in pages that are free again.
    database.pragma('secure_delete = ON');
    return database;
  } catch (error) {
    database?.close();
    const busy =
      error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw new StartFailure(
      busy
        ? 'Watchfloor is running with this data. Stop it, change the key, then start it again.'
        : `The registry ${file} cannot be opened. Check the path, and that this account may write there.`,
    );
  }
}
