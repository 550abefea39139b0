import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { Sealer } from '../registry/sealer.ts';
import { isWholeRegistry } from '../store/backups.ts';
import { fileName, openStore } from '../store/open-store.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const outDir = path.join(root, '.cache/registry-writer');

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
  await buildWriter();
  const numbers = Array.from({ length: kills }, (_, kill) => kill);
  const survived = await Promise.all(
    Array.from({ length: registries }, (_, lane) =>
      surviveInTurn(
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
async function surviveInTurn(numbers: readonly number[], folder: string): Promise<SurvivedKills> {
  const kept = new Set<string>();
  let torn = 0;
  let lost = 0;
  for (const kill of numbers) {
    // Other numbers each time; the kill falls into whatever follows the row that is waited for.
    const rows = await writeUntilKilled(folder, kill * 1000 + 1, 1 + (kill % 7));
    for (const row of rows) kept.add(row);
    const found = isWholeRegistry(path.join(folder, fileName)) ? await readRows(folder) : null;
    if (found === null) torn += 1;
    else lost += [...kept].filter((row) => !found.has(row)).length;
  }
  return { kills: numbers.length, torn, lost, keptRows: kept.size };
}

async function buildWriter(): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // In one file it starts in a third of the time; only what is compiled has to stay outside.
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: 'src/proxy/test-site/registry-writer.ts',
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
}

function writeUntilKilled(folder: string, first: number, rows: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(outDir, 'main.js'), folder, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (part: string) => {
      text += part;
      if (text.split('\n').length > rows) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended with ${code}`));
      // A line that was cut off was not said.
      else resolve(text.split('\n').slice(0, -1));
    });
  });
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
