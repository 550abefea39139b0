import { expect, it } from 'vitest';
import type { KeptAlarm } from '../store/alarm-store.ts';
import { reportSource } from './report-source.ts';

it('reads a long time in pages, each alarm once, also where many are of one instant', async () => {
  const all = Array.from({ length: 2600 }, (_, index) => ({
    id: `a${index}`,
    raisedAtMs: index < 1800 ? 1000 : 1000 + index,
  })) as KeptAlarm[];
  let largest = 0;
  let flushed = 0;
  const source = reportSource(
    {
      readRaised: async (fromMs, toMs, most) => {
        largest = Math.max(largest, most);
        const inTime = all.filter((one) => one.raisedAtMs >= fromMs && one.raisedAtMs < toMs);
        return inTime.slice(0, most);
      },
      readStanding: async () => [{ id: 'old', raisedAtMs: 1 } as KeptAlarm],
      readFloods: async () => [],
    },
    async () => {
      flushed += 1;
    },
  );
  const read = await source.alarms({ fromMs: 1000, toMs: 1_000_000 });
  expect(read.map(({ id }) => id)).toEqual(['old', ...all.map(({ id }) => id)]);
  expect(flushed).toBe(1);
  expect(largest).toBe(3200);
  expect(await source.alarms({ fromMs: 3600, toMs: 3600 })).toHaveLength(1);
});
