import { openStore } from '../store/open-store.ts';
import { buildProgram, runUntilKilled } from './killed-program.ts';
import type { TellingDevice } from './telling-device.ts';

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
  const keeper = await buildProgram('journal-keeper');
  const args = [folder, device.origin];
  const heard = new Set<string>();
  let said = 0;
  const timer = setInterval(() => {
    said += 1;
    const fact = { topic: 'packing', text: `event ${said}` } as const;
    device.say({ channel: '1', deviceAtMs: Date.now(), fact });
  }, sayEveryMs);
  for (let kill = 0; kill < kills; kill += 1) {
    const lines = await runUntilKilled(keeper, args, ({ length }) => length >= 20 * (kill + 1));
    for (const line of lines) heard.add(line);
    // Some that nobody hears.
    const before = said;
    await until(() => said >= before + 10);
  }
  clearInterval(timer);
  await runUntilKilled(keeper, args, (lines) => lines.includes(`event ${said}`));
  return judge(folder, said, heard);
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
