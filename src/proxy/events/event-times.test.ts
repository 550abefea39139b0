import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { mostCountedEvents } from '../../api/events.ts';
import { eventBeside, eventDays } from './event-times.ts';
import { eventOf, TestJournal } from './test-journal.ts';

const zone = 'America/New_York';
const hourMs = 3_600_000;
/** Clocks went back on 1 November 2026, and go forward on 14 March 2027. */
const longDay = { fromMs: Date.UTC(2026, 10, 1, 4), toMs: Date.UTC(2026, 10, 2, 5) };
const shortDay = { fromMs: Date.UTC(2027, 2, 14, 5), toMs: Date.UTC(2027, 2, 15, 4) };

let journal: TestJournal;
beforeEach(() => {
  journal = new TestJournal();
});
afterEach(() => journal.end());

async function filled(...events: readonly (readonly [channel: string, atMs: number])[]) {
  const opened = await journal.open();
  opened.add(
    events.map(([channel, atMs]) => ({
      event: eventOf({ channel }, { receivedAtMs: atMs }),
      mayRepeat: false,
    })),
  );
  await opened.flush();
  return { journal: opened, store: journal.store };
}

test.each([
  ['2026-11-01', longDay, 25],
  ['2027-03-14', shortDay, 23],
])('%s has its own hours and no others', async (day, { fromMs, toMs }, hours) => {
  const everyHour = Array.from(
    { length: hours + 2 },
    (_, at) => ['1', fromMs + (at - 1) * hourMs] as const,
  );
  const times = await filled(...everyHour);
  const range = { fromMs: fromMs - 2 * hourMs, toMs: toMs + 2 * hourMs, zone };
  const days = await eventDays(times, ['d1-c1'], range);
  expect(days.map(({ count }) => count)).toEqual([1, hours, 1]);
  expect(days[1]?.day).toBe(day);
});

it('counts what the cameras had of the days, and leaves out the others', async () => {
  const noonMs = Date.UTC(2026, 10, 20, 17);
  const times = await filled(['1', noonMs], ['2', noonMs], ['1', noonMs + 48 * hourMs]);
  const range = { fromMs: noonMs - 100 * hourMs, toMs: noonMs + 100 * hourMs, zone };
  expect(await eventDays(times, ['d1-c1', 'd1-c2'], range)).toEqual([
    { day: '2026-11-20', count: 2 },
    { day: '2026-11-22', count: 1 },
  ]);
  expect(await eventDays(times, ['d1-c2'], range)).toEqual([{ day: '2026-11-20', count: 1 }]);
  expect(await eventDays(times, ['another'], range)).toEqual([]);
  expect(await eventDays(times, [], range)).toEqual([]);
});

it('does not count on for ever', async () => {
  const many = Array.from({ length: 150 }, (_, at) => ['1', longDay.fromMs + at * 1000] as const);
  const days = await eventDays(await filled(...many), ['d1-c1'], { ...longDay, zone });
  expect(days).toEqual([{ day: '2026-11-01', count: mostCountedEvents }]);
});

it('finds the nearest on each side, of those cameras alone', async () => {
  const times = await filled(['1', 1000], ['2', 2000], ['1', 3000], ['2', 4000]);
  const beside = async (cameraIds: string[], atMs: number, side: 'before' | 'after') =>
    (await eventBeside(times, cameraIds, atMs, side))?.atMs ?? null;
  const both = ['d1-c1', 'd1-c2'];
  expect(await beside(both, 2000, 'after')).toBe(3000);
  expect(await beside(both, 2000, 'before')).toBe(1000);
  expect(await beside(['d1-c2'], 2000, 'after')).toBe(4000);
  expect(await beside(both, 4000, 'after')).toBeNull();
  expect(await beside([], 2000, 'after')).toBeNull();
});
