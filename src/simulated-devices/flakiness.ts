import { seededNumbers } from './seeded-numbers.ts';
import type { OfflineCode } from './ts-nvr/channel.ts';
import type { TsNvr } from './ts-nvr/ts-nvr.ts';

const codes: readonly OfflineCode[] = [404, 408, 410, 503];
const calmMs = { least: 20_000, most: 60_000 };
const outageMs = { least: 8_000, most: 25_000 };

/** Takes one channel at a time offline for a while and brings it back; returns how to end it. */
export function startFlakiness(recorder: TsNvr, seed: number): () => void {
  const random = seededNumbers(seed);
  const between = ({ least, most }: typeof calmMs): number => least + random() * (most - least);
  let timer: NodeJS.Timeout;
  let lost: ReturnType<TsNvr['channel']> = null;
  const lose = (): void => {
    lost = recorder.channels[Math.floor(random() * recorder.channels.length)] ?? null;
    lost?.setOffline(codes[Math.floor(random() * codes.length)] ?? 404);
    timer = setTimeout(comeBack, between(outageMs));
  };
  const comeBack = (): void => {
    lost?.setOnline();
    timer = setTimeout(lose, between(calmMs));
  };
  timer = setTimeout(lose, between(calmMs));
  return () => {
    clearTimeout(timer);
    lost?.setOnline();
  };
}
