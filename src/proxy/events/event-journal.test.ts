import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventStore } from '../store/event-store.ts';
import type { NewEvent } from './normalise.ts';
import { eventOf, startMs, TestJournal } from './test-journal.ts';

let test: TestJournal;
beforeEach(() => {
  test = new TestJournal();
});
afterEach(() => test.end());

const live = (event: NewEvent) => ({ event, mayRepeat: false });
const repeating = (event: NewEvent) => ({ event, mayRepeat: true });
const past = (report: Parameters<typeof eventOf>[0]) =>
  repeating(eventOf(report, { isLate: true, receivedAtMs: startMs + 60_000 }));

async function all(store: EventStore) {
  const { events } = await store.readAfter(0, 20_000);
  return events;
}

it('keeps all of 5,000 events in one second, in order, while the thread stays free', async () => {
  const journal = await test.open();
  let longestPauseMs = 0;
  const beganMs = performance.now();
  let beforeMs = beganMs;
  const heart = setInterval(() => {
    longestPauseMs = Math.max(longestPauseMs, performance.now() - beforeMs);
    beforeMs = performance.now();
  }, 5);
  for (let second = 0; second < 50; second += 1) {
    journal.add(
      Array.from({ length: 100 }, (_, index) =>
        live(
          eventOf({ deviceAtMs: startMs, fact: { topic: 'packing', text: `${second} ${index}` } }),
        ),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await journal.flush();
  clearInterval(heart);
  const tookMs = performance.now() - beganMs;
  const events = await all(test.store);
  expect(events).toHaveLength(5000);
  expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)?.fact).toEqual({ topic: 'packing', text: '49 99' });
  expect(test.stored).toHaveLength(5000);
  // Of what a busy machine takes for all, never much at once.
  expect(longestPauseMs).toBeLessThan(Math.max(500, tookMs / 4));
});

it('lets an incident grow under one id and a new number', async () => {
  const journal = await test.open();
  const call = (active: boolean, deviceAtMs: number) =>
    live(
      eventOf({
        incident: 'call 7',
        deviceAtMs,
        ...(active ? {} : { deviceEndMs: deviceAtMs }),
        fact: { topic: 'call', active, caller: '7', place: 'Gate', deviceName: '', linked: [] },
      }),
    );
  journal.add([call(true, startMs - 5000), live(eventOf())]);
  await journal.flush();
  journal.add([call(false, startMs)]);
  await journal.flush();
  const [motion, ended] = await all(test.store);
  expect(motion).toMatchObject({ number: 2, count: 1 });
  expect(ended).toMatchObject({ number: 3, count: 2, fact: { active: false } });
  expect(test.stored.map(({ isNew }) => isNew)).toEqual([true, true, false]);
  expect(test.stored[2]?.event.id).toBe(test.stored[0]?.event.id);
});

it('grows an incident that was told twice in one moment', async () => {
  const journal = await test.open();
  journal.add([live(eventOf({ incident: 'a' })), live(eventOf({ incident: 'a' }))]);
  await journal.flush();
  expect(await all(test.store)).toMatchObject([{ count: 2, number: 2 }]);
});

it('takes what the log repeats for one, and what it tells besides as late', async () => {
  const journal = await test.open();
  const fact = {
    topic: 'system',
    code: '17',
    name: 'Disk',
    severity: 'notice',
    parameters: {},
  } as const;
  journal.add([live(eventOf({ deviceAtMs: startMs + 400, fact }))]);
  await journal.flush();
  const log = [
    past({ deviceAtMs: startMs, fact: { ...fact, comment: 'as the log says it' } }),
    past({ deviceAtMs: startMs + 2000, fact }),
    past({ deviceAtMs: startMs + 2000, fact }),
  ];
  journal.add(log);
  await journal.flush();
  journal.add(log);
  journal.add([repeating(eventOf({ deviceAtMs: startMs + 2300, fact }))]);
  await journal.flush();
  const events = await all(test.store);
  expect(events.map(({ isLate }) => isLate)).toEqual([undefined, true, true]);
});

it('counts two live events of one second as two', async () => {
  const journal = await test.open();
  journal.add([live(eventOf({ deviceAtMs: startMs })), live(eventOf({ deviceAtMs: startMs }))]);
  await journal.flush();
  journal.add([live(eventOf({ deviceAtMs: startMs }))]);
  await journal.flush();
  expect(await all(test.store)).toHaveLength(3);
});

it('goes on in memory while the disk is full, says so, and writes it all when there is room', async () => {
  const journal = await test.open({ mostUnkept: 100 });
  const save = vi.spyOn(test.store, 'save').mockRejectedValue(new TypeError('full'));
  journal.add([live(eventOf({ incident: 'a' }))]);
  await journal.flush();
  expect(journal.unkeptSinceMs).toBe(startMs);
  expect(test.faults).toMatchObject([{ operation: 'events.write' }]);
  journal.add([live(eventOf({ incident: 'a' })), live(eventOf())]);
  await journal.flush();
  expect(test.stored.map(({ event: { count } }) => count)).toEqual([1, 2, 1]);
  expect(await all(test.store)).toEqual([]);
  expect((await journal.readAfter(0, 10)).events).toHaveLength(3);
  save.mockRestore();
  await vi.waitFor(() => expect(journal.unkeptSinceMs).toBeNull(), { timeout: 5000 });
  expect(await all(test.store)).toMatchObject([{ count: 2 }, { count: 1 }]);
});

it('loses the oldest where the memory is full as well, and marks the time as a gap', async () => {
  const journal = await test.open({ mostUnkept: 100 });
  const save = vi.spyOn(test.store, 'save').mockRejectedValue(new TypeError('full'));
  const event = eventOf();
  const more = (count: number) => Array.from({ length: count }, () => live(event));
  journal.add(more(102));
  await journal.flush();
  save.mockRestore();
  await vi.waitFor(() => expect(journal.unkeptSinceMs).toBeNull(), { timeout: 5000 });
  await journal.flush();
  expect(await test.store.countEvents()).toBe(100);
  const gaps = await test.store.findGaps({}, 10);
  expect(gaps).toMatchObject([{ deviceId: 'd1', state: 'open', fromMs: startMs, toMs: startMs }]);
});

it('goes on with its numbers after a restart, and gives windows what they missed', async () => {
  const first = await test.open();
  first.add([live(eventOf()), live(eventOf())]);
  first.setGap({
    id: 'g',
    deviceId: 'd1',
    deviceName: 'R',
    fromMs: 1,
    toMs: null,
    state: 'lasting',
  });
  await test.close();
  const second = await test.open();
  expect(second.latest).toBe(3);
  second.add([live(eventOf())]);
  await second.flush();
  const missed = await second.readAfter(1, 100);
  expect(missed.events.map(({ number }) => number)).toEqual([2, 4]);
  expect(missed.gaps).toMatchObject([{ id: 'g', number: 3 }]);
  expect(await test.store.readUnfinishedGaps()).toHaveLength(1);
});
