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

function damaged(file: string, error: unknown): StartFailure {
  return new StartFailure(
    `The registry ${file} is damaged (${textOf(error)}). Restore it from a copy, or move it away to begin with an empty one.`,
  );
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
