import { mkdirSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { StartFailure } from '../start-failure.ts';
import { migrate } from './migrations.ts';
import { SqlStore } from './sql-store.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

export const fileName = 'watchfloor.sqlite';

/** The file is there and cannot be trusted; a copy may take its place. */
export class DamagedRegistry extends StartFailure {}

/**
 * Opens the registry in a folder, made when it is missing.
 * @throws StartFailure when the file is damaged, from a newer version, or cannot be opened: an
 * installation that has lost its devices must say so, never start empty.
 */
export async function openStore(folder: string, nowMs: number): Promise<Store> {
  const file = path.join(folder, fileName);
  const sqlite = openFile(folder, file);
  const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  try {
    await migrate(database, nowMs);
  } catch (error) {
    await database.destroy();
    if (error instanceof StartFailure) throw error;
    throw damaged(file, error);
  }
  return new SqlStore(database);
}

function openFile(folder: string, file: string): SqliteDatabase.Database {
  let sqlite: SqliteDatabase.Database;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sqlite = new SqliteDatabase(file);
  } catch (error) {
    throw new StartFailure(
      `The registry ${file} cannot be opened (${textOf(error)}). Check that the folder exists and that this account may write to it.`,
    );
  }
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    const verdict = sqlite.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw new StartFailure(String(verdict));
  } catch (error) {
    sqlite.close();
    throw damaged(file, error);
  }
  return sqlite;
}

/** Only what SQLite itself calls damage is; a full disk or a lock passes, and the file is whole. */
function damaged(file: string, error: unknown): StartFailure {
  const sentence = `The registry ${file} is damaged (${textOf(error)}). Restore it from a copy, or move the whole folder away to begin with an empty one.`;
  const code = error instanceof SqliteDatabase.SqliteError ? error.code : '';
  const isDamage = error instanceof StartFailure || /^SQLITE_(?:CORRUPT|NOTADB)/.test(code);
  return isDamage ? new DamagedRegistry(sentence) : new StartFailure(sentence);
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
