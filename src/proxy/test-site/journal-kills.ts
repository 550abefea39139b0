import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { openStore } from '../store/open-store.ts';
import type { TellingDevice } from './telling-device.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const outDir = path.join(root, '.cache/journal-keeper');
const sayEveryMs = 4;

export interface JournalAfterKills {
  readonly said: number;
  /** Events that the device told or kept in its log, and that are not in the journal. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Events that listeners heard of before the kill, and that are not there any more. */
  readonly forgotten: readonly string[];
  readonly gapStates: readonly string[];
}

/** Kills (-9) a program over and over that listens to a device which never stops telling. */
export async function killListeners(
  kills: number,
  device: TellingDevice,
  folder: string,
): Promise<JournalAfterKills> {
  await buildKeeper();
  const heard = new Set<string>();
  let said = 0;
  const timer = setInterval(() => {
    said += 1;
    const fact = { topic: 'packing', text: `event ${said}` } as const;
    device.say({ channel: '1', deviceAtMs: Date.now(), fact });
  }, sayEveryMs);
  for (let kill = 0; kill < kills; kill += 1) {
    await listenUntil(folder, device, heard, (told) => told >= 20 * (kill + 1));
    // Some that nobody hears.
    const before = said;
    await until(() => said >= before + 10);
  }
  clearInterval(timer);
  await listenUntil(folder, device, heard, () => heard.has(`event ${said}`));
  return judge(folder, said, heard);
}

async function buildKeeper(): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: 'src/proxy/test-site/journal-keeper.ts',
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
}

async function listenUntil(
  folder: string,
  device: TellingDevice,
  heard: Set<string>,
  isEnough: (told: number) => boolean,
): Promise<void> {
  const script = path.join(outDir, 'main.js');
  const child = spawn(process.execPath, [script, folder, device.origin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = 0;
  let rest = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (part: string) => {
    const lines = `${rest}${part}`.split('\n');
    // A line that was cut off was not said.
    rest = lines.pop() ?? '';
    for (const line of lines) heard.add(line);
    told += lines.length;
    if (isEnough(told)) child.kill('SIGKILL');
  });
  await ended(child);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`the listener ended with ${code}`));
    });
  });
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, sayEveryMs));
}

async function judge(
  folder: string,
  said: number,
  heard: ReadonlySet<string>,
): Promise<JournalAfterKills> {
  const store = await openStore(folder, 2);
  try {
    const { events, gaps } = await store.events.readAfter(0, 100_000);
    const times = new Map<string, number>();
    for (const { fact } of events) {
      if (fact.topic === 'packing') times.set(fact.text, (times.get(fact.text) ?? 0) + 1);
    }
    const all = Array.from({ length: said }, (_, index) => `event ${index + 1}`);
    return {
      said,
      lost: all.filter((text) => !times.has(text)),
      twice: all.filter((text) => (times.get(text) ?? 0) > 1),
      forgotten: [...heard].filter((text) => !times.has(text)),
      gapStates: gaps.map(({ state }) => state),
    };
  } finally {
    await store.close();
  }
}
