import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { copyBeside } from './copy-beside.ts';

const keptCopies = 3;
const dayMs = 24 * 3600_000;
/** A product that starts over and over must not replace all its copies by the newest state. */
const apartMs = 3600_000;
const namePattern = /^watchfloor-(\d{13})\.sqlite$/;

export interface BackupCopy {
  readonly file: string;
  readonly atMs: number;
}

/** Whole copies of the registry beside it, the newest first. */
export function backupCopies(folder: string): readonly BackupCopy[] {
  const within = path.join(folder, 'copies');
  return namesIn(within)
    .flatMap((name) => {
      const atMs = Number(namePattern.exec(name)?.[1]);
      return Number.isNaN(atMs) ? [] : [{ file: path.join(within, name), atMs }];
    })
    .sort((a, b) => b.atMs - a.atMs);
}

/** Copies the registry, and keeps the newest few copies. */
export async function backUp(folder: string, file: string, nowMs: number): Promise<void> {
  const within = path.join(folder, 'copies');
  mkdirSync(within, { recursive: true, mode: 0o700 });
  for (const name of namesIn(within)) {
    if (name.includes('.part')) rmSync(path.join(within, name), { force: true });
  }
  const [newest] = backupCopies(folder);
  const part = path.join(within, 'copy.part');
  if (!(await copyBeside(file, part))) {
    rmSync(part, { force: true });
    return;
  }
  await sync(part);
  renameSync(part, path.join(within, `watchfloor-${String(nowMs).padStart(13, '0')}.sqlite`));
  await sync(within);
  if (newest && newest.atMs < nowMs && nowMs - newest.atMs < apartMs) rmSync(newest.file);
  for (const old of backupCopies(folder).slice(keptCopies)) rmSync(old.file, { force: true });
}

/** Copies now and once a day. @returns the way to end it */
export function keepBackups(
  folder: string,
  file: string,
  now: () => number,
  onFault: (fault: unknown) => void,
): () => Promise<void> {
  let running = Promise.resolve();
  const copy = () => {
    running = running.then(() => backUp(folder, file, now())).catch(onFault);
  };
  copy();
  const timer = setInterval(copy, dayMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

/** Whether every page of a registry fits; nothing else happens until it is known. */
export function isWholeRegistry(file: string): boolean {
  return asks(
    file,
    (database) =>
      database.pragma('integrity_check', { simple: true }) === 'ok' && hasTables(database),
  );
}

/** Whether a file holds a registry at all: one that lost its journal opens as an empty one. */
export function isRegistry(file: string): boolean {
  return asks(file, hasTables);
}

function hasTables(database: SqliteDatabase.Database): boolean {
  return database.prepare('select count(*) from devices').get() !== undefined;
}

function asks(file: string, question: (database: SqliteDatabase.Database) => boolean): boolean {
  let database: SqliteDatabase.Database | undefined;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    return question(database);
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A disk may take seconds for the whole of a copy, and pictures move meanwhile. */
async function sync(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
