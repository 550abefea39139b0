import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { journalUpkeep } from './journal-upkeep.ts';
import { eventOf, startMs, TestJournal } from './test-journal.ts';

const dayMs = 24 * 3_600_000;
let test: TestJournal;
beforeEach(() => {
  test = new TestJournal();
});
afterEach(() => test.end());

/** Keeps the journal until it holds no more than so many. */
async function keep(limits: { keepDays: number; mostEvents: number }, left: number): Promise<void> {
  const journal = await test.open();
  for (const daysAgo of [9, 3, 0]) {
    const event = eventOf({}, { receivedAtMs: startMs - daysAgo * dayMs });
    journal.add(Array.from({ length: 700 }, () => ({ event, mayRepeat: false })));
  }
  journal.setGap({
    id: 'g',
    deviceId: 'd1',
    deviceName: '',
    fromMs: 1,
    toMs: null,
    state: 'lasting',
  });
  await journal.flush();
  const log = { error: vi.fn() };
  const { store } = test;
  const upkeep = journalUpkeep({ journal, store, now: () => startMs, log, ...limits });
  await vi.waitFor(async () => expect(await store.countEvents()).toBe(left), { timeout: 5000 });
  await upkeep.stop();
  expect(journal.count).toBe(left);
  expect(log.error).not.toHaveBeenCalled();
  expect(await store.readUnfinishedGaps()).toHaveLength(1);
}

it('lets go of what is too old', async () => {
  await keep({ keepDays: 5, mostEvents: 5000 }, 1400);
});

it('lets go of the oldest where there is too much', async () => {
  await keep({ keepDays: 30, mostEvents: 800 }, 800);
  const { events } = await test.store.readAfter(0, 5000);
  expect(events.map(({ number }) => number)).toEqual(
    Array.from({ length: 800 }, (_, n) => n + 1301),
  );
});

it('never gives a number twice, also where all went', async () => {
  await keep({ keepDays: 5, mostEvents: 5000 }, 1400);
  const upTo = test.stored.at(-1)?.event.number ?? 0;
  await test.store.trim(upTo, 5000);
  await test.close();
  const journal = await test.open();
  expect(journal.latest).toBe(upTo + 1);
});
