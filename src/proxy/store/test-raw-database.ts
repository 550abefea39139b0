import SqliteDatabase from 'better-sqlite3';

export type RawDatabase = SqliteDatabase.Database;

/** The file itself, as its owner can change it behind the product's back. For tests. */
export function openRaw(file: string): RawDatabase {
  return new SqliteDatabase(file);
}
