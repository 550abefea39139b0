import path from 'node:path';
import { Sealer } from '../registry/sealer.ts';
import { isWholeRegistry } from '../store/backups.ts';
import { fileName, openStore } from '../store/open-store.ts';
import { buildProgram, runUntilKilled } from './killed-program.ts';

export interface SurvivedKills {
  readonly kills: number;
  /** Registries that did not open, or held a part of what was written at once. */
  readonly torn: number;
  /** Rows that the program called kept and that are not there. */
  readonly lost: number;
  readonly keptRows: number;
}

/** So many registries are written side by side: a program that starts leaves a core free. */
const registries = 4;

/** Kills (-9) a program over and over while it writes devices, secrets and views into a folder. */
export async function surviveKills(kills: number, folder: string): Promise<SurvivedKills> {
  const writer = await buildProgram('registry-writer');
  const numbers = Array.from({ length: kills }, (_, kill) => kill);
  const survived = await Promise.all(
    Array.from({ length: registries }, (_, lane) =>
      surviveInTurn(
        writer,
        numbers.filter((kill) => kill % registries === lane),
        path.join(folder, String(lane)),
      ),
    ),
  );
  const sum = (count: keyof SurvivedKills) =>
    survived.reduce((total, one) => total + one[count], 0);
  return {
    kills: sum('kills'),
    torn: sum('torn'),
    lost: sum('lost'),
    keptRows: sum('keptRows'),
  };
}

/** One registry: each kill meets what all the kills before it have left. */
async function surviveInTurn(
  writer: string,
  numbers: readonly number[],
  folder: string,
): Promise<SurvivedKills> {
  const kept = new Set<string>();
  let torn = 0;
  let lost = 0;
  for (const kill of numbers) {
    // Other numbers each time; the kill falls into whatever follows the row that is waited for.
    const args = [folder, String(kill * 1000 + 1)];
    const rows = await runUntilKilled(writer, args, ({ length }) => length > kill % 7);
    for (const row of rows) kept.add(row);
    const found = isWholeRegistry(path.join(folder, fileName)) ? await readRows(folder) : null;
    if (found === null) torn += 1;
    else lost += [...kept].filter((row) => !found.has(row)).length;
  }
  return { kills: numbers.length, torn, lost, keptRows: kept.size };
}

/** @returns null where a device lies there without the secret or the cameras written with it */
async function readRows(folder: string): Promise<Set<string> | null> {
  const store = await openStore(folder, 2);
  try {
    const { devices, secrets, cameras } = await store.readRegistry();
    const sealer = new Sealer(Buffer.alloc(32, 7));
    const sealed = new Map(secrets.map((secret) => [secret.deviceId, secret.sealed]));
    for (const { id, origin } of devices) {
      const context = { deviceId: id, field: 'password', origin };
      const opened = sealer.open(sealed.get(id) ?? '', context);
      const own = cameras.filter(({ deviceId }) => deviceId === id);
      if (opened !== `password ${id.slice(1)}` || own.length !== 2) return null;
    }
    const views = await store.readViews();
    return new Set([
      ...devices.map(({ id }) => `device ${id.slice(1)}`),
      ...views.map(({ id }) => `view ${id.slice(1)}`),
    ]);
  } finally {
    await store.close();
  }
}
