import { describe, expect, it } from 'vitest';
import { hasGaps, hourFacts, proofSum } from './hour-facts.ts';
import { nextPlace } from './next-place.ts';
import { proofGrid } from './proof-grid.ts';
import { hourMs, proofWeek } from './proof-week.ts';

const berlin = 'Europe/Berlin';
const gridOf = (nowMs: number, zone: string) => proofGrid(proofWeek(nowMs, zone), zone);
const namesOf = (grid: ReturnType<typeof gridOf>) =>
  grid.columns.map(({ hour, again }) => (again ? `${hour}+` : hour));

describe('the week', () => {
  it('is of today and six days before, by the clocks of the zone', () => {
    const week = proofWeek(Date.UTC(2026, 10, 20, 23, 30), berlin);
    expect(new Date(week.fromMs).toISOString()).toBe('2026-11-14T23:00:00.000Z');
    expect(new Date(week.toMs).toISOString()).toBe('2026-11-21T23:00:00.000Z');
  });

  it('has 24 columns and all its hours', () => {
    const grid = gridOf(Date.UTC(2026, 10, 20, 12), 'Asia/Kolkata');
    expect(grid.columns).toHaveLength(24);
    expect(grid.rows.map(({ day }) => day.slice(8))).toEqual([
      ...['14', '15', '16', '17', '18', '19', '20'],
    ]);
    expect(grid.rows.flatMap(({ hours }) => hours)).toEqual(
      Array.from({ length: 168 }, (_, index) => index),
    );
  });

  it('shows an hour twice on the day that had it twice', () => {
    const grid = gridOf(Date.UTC(2026, 9, 26, 12), berlin);
    expect(namesOf(grid).slice(1, 5)).toEqual(['01', '02', '02+', '03']);
    const [long, usual] = [grid.rows[5], grid.rows[4]];
    expect(long?.day).toBe('2026-10-25');
    expect(long?.hours.slice(1, 5)).toEqual([121, 122, 123, 124]);
    expect(usual?.hours.slice(1, 5)).toEqual([97, 98, null, 99]);
    expect(grid.rows.flatMap(({ hours }) => hours.filter((hour) => hour !== null))).toHaveLength(
      169,
    );
  });

  it('leaves out the hour that a short day had not', () => {
    const grid = gridOf(Date.UTC(2026, 2, 29, 12), berlin);
    expect(grid.columns).toHaveLength(24);
    const short = grid.rows[6];
    expect(short?.day).toBe('2026-03-29');
    expect(short?.hours.slice(0, 4)).toEqual([144, 145, null, 146]);
    expect(short?.hours.at(-1)).toBe(166);
  });
});

describe('an hour', () => {
  const range = { fromMs: 0, toMs: 3.5 * hourMs };
  const facts = (index: number, ...minutes: (number | null)[]) =>
    hourFacts(index, minutes, [{ fromMs: hourMs, toMs: hourMs * 1.5 }], range);

  it('has a shade, and no zero where nobody knows', () => {
    const shades = [60, 59, 30, 29, 1, 0, null].map((minutes) => facts(0, minutes)?.shade);
    expect(shades).toEqual(['whole', 'most', 'most', 'some', 'some', 'none', 'unknown']);
    expect(facts(4)).toBeNull();
    expect(facts(2)).toMatchObject({ minutes: null, shade: 'unknown', failed: false });
    expect([0, 1, 2].map((index) => facts(index, 1, 1, 1)?.failed)).toEqual([false, true, false]);
  });

  it('that is now is measured by what of it has been', () => {
    const now = (minutes: number) => facts(3, 60, 60, 60, minutes);
    expect(now(30)).toMatchObject({ possible: 30, shade: 'whole' });
    expect(now(20)?.shade).toBe('most');
    expect(now(31)?.minutes).toBe(30);
  });

  it('counts in a sum where it is known', () => {
    const hours = [0, 1, 2, 3, 4].map((index) => facts(index, 60, 59, null, 30));
    expect(proofSum(hours)).toEqual({ recorded: 149, possible: 150, percent: 99 });
    expect(proofSum([facts(0, null)])).toBeNull();
  });
});

it('finds the cameras that have gaps, and those of which nobody knows', () => {
  const range = { fromMs: 0, toMs: 2 * hourMs };
  const of = (minutes: (number | null)[], failures: { fromMs: number; toMs: null }[] = []) =>
    hasGaps({ cameraId: 'c', zone: 'UTC', found: { state: 'listed', minutes }, failures }, range);
  expect([of([60, 60]), of([60, 59]), of([60, null])]).toEqual([false, true, true]);
  const now = { fromMs: 0, toMs: 1.5 * hourMs };
  const listed = { state: 'listed' as const, minutes: [60, 3] };
  const camera = { cameraId: 'c', zone: 'UTC', found: listed, failures: [] };
  expect(hasGaps(camera, now)).toBe(false);
  expect(of([60, 60], [{ fromMs: 5, toMs: null }])).toBe(true);
});

it('goes by arrows over what is not there', () => {
  const field = {
    ...{ rows: 2, columns: 3 },
    isThere: ({ row, column }: { row: number; column: number }) => !(row === 0 && column === 1),
  };
  const from = { row: 0, column: 0 };
  expect(nextPlace('ArrowRight', from, field)).toEqual({ row: 0, column: 2 });
  expect(nextPlace('End', from, field)).toEqual({ row: 0, column: 2 });
  expect(nextPlace('Home', { row: 0, column: 2 }, field)).toEqual(from);
  expect(nextPlace('ArrowDown', from, field)).toEqual({ row: 1, column: 0 });
  expect(nextPlace('ArrowUp', { row: 1, column: 1 }, field)).toBeNull();
  expect(nextPlace('ArrowLeft', from, field)).toBeNull();
  expect(nextPlace('a', from, field)).toBeNull();
});
