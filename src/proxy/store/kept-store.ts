import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { backupCopies, isRegistry, isWholeRegistry, keepBackups } from './backups.ts';
import { DamagedRegistry, fileName, openStore } from './open-store.ts';
import type { Store } from './store.ts';

const keptDamaged = 2;
const companions = ['', '-wal', '-shm'] as const;

export interface KeptStore {
  readonly store: Store;
  /** When the copy was made that stands in for a damaged registry; absent when it was whole. */
  readonly restoredFromMs?: number;
  /** Ends the making of copies. */
  readonly endCopies: () => Promise<void>;
}

/**
 * Opens the registry and keeps copies of it. A damaged, emptied or missing one is put aside, and
 * its newest whole copy takes its place.
 * @throws StartFailure where there is no such copy: what has lost its devices never starts empty.
 */
export async function openKeptStore(
  folder: string,
  now: () => number,
  onFault: (fault: unknown) => void,
): Promise<KeptStore> {
  const file = path.join(folder, fileName);
  const opened = await openOrRestore(folder, file, now());
  return { ...opened, endCopies: keepBackups(folder, file, now, onFault) };
}

async function openOrRestore(
  folder: string,
  file: string,
  nowMs: number,
): Promise<Pick<KeptStore, 'store' | 'restoredFromMs'>> {
  try {
    if (isLost(folder, file))
      throw new DamagedRegistry(`The registry ${file} is gone, empty or damaged.`);
    return { store: await openStore(folder, nowMs) };
  } catch (failure) {
    if (!(failure instanceof DamagedRegistry)) throw failure;
    const copy = backupCopies(folder).find((one) => isWholeRegistry(one.file));
    if (copy === undefined) throw failure;
    putAside(folder, file, nowMs);
    const part = `${file}.part`;
    copyFileSync(copy.file, part);
    renameSync(part, file);
    return { store: await openStore(folder, nowMs), restoredFromMs: copy.atMs };
  }
}

/**
 * A file without the tables, e.g. one that lost its journal, opens as an empty registry; only where
 * there is no copy may it be a first run.
 */
function isLost(folder: string, file: string): boolean {
  return backupCopies(folder).length > 0 && !isRegistry(file);
}

/** Damaged files are evidence, and may hold what the copy does not; the oldest are let go. */
function putAside(folder: string, file: string, nowMs: number): void {
  for (const suffix of companions) {
    const part = `${file}${suffix}`;
    if (existsSync(part)) renameSync(part, `${file}.damaged-${nowMs}${suffix}`);
  }
  const moments = readdirSync(folder).flatMap((name) => {
    const moment = /\.damaged-(\d+)/.exec(name)?.[1];
    return moment === undefined ? [] : [Number(moment)];
  });
  const old = [...new Set(moments)].sort((a, b) => b - a).slice(keptDamaged);
  for (const moment of old) {
    for (const suffix of companions) {
      rmSync(`${file}.damaged-${moment}${suffix}`, { force: true });
    }
  }
}
