import { expect, it, test } from 'vitest';
import { SpanColumns, type Spans } from '../../device-access/span-columns.ts';
import { coarser } from './coarser.ts';
import { chained, firstAfter, united } from './join-spans.ts';

const minuteMs = 60_000;

function spansOf(...pairs: (readonly [number, number])[]): Spans {
  const columns = new SpanColumns(pairs.length);
  for (const [fromMs, toMs] of pairs) columns.add(fromMs, toMs);
  return columns.spans();
}
const pairsOf = ({ begins, ends }: Spans) => Array.from(begins, (from, at) => [from, ends[at]]);

it('finds the first span that ends after an instant', () => {
  const spans = spansOf([0, 1000], [1100, 1200]);
  expect([0, 999, 1000, 1199, 1200].map((atMs) => firstAfter(spans, atMs))).toEqual([
    0, 0, 1, 1, 2,
  ]);
});

it('joins as it comes what touches or lies within another', () => {
  expect(pairsOf(spansOf([0, 10], [2, 5], [10, 12], [13, 14]))).toEqual([
    [0, 12],
    [13, 14],
  ]);
});

it('chains stretches of time, empty ones too', () => {
  const pieces = [spansOf([0, 10]), spansOf(), spansOf([10, 20], [30, 40]), spansOf([41, 50])];
  expect(pairsOf(chained(pieces))).toEqual([
    [0, 20],
    [30, 40],
    [41, 50],
  ]);
  expect(pairsOf(chained([]))).toEqual([]);
});

/** By the minute, as slow and as plain as it can be. */
function unitedByMinute(all: readonly Spans[], minutes: number): boolean[] {
  return Array.from({ length: minutes }, (_, minute) =>
    all.some(({ begins, ends }) =>
      begins.some((from, at) => from <= minute && minute < (ends[at] ?? 0)),
    ),
  );
}

test.each([1, 7, 23])('unites what any of them has (%i)', (seed) => {
  let state = seed;
  const dice = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const all = Array.from({ length: 5 }, () => {
    const pairs: [number, number][] = [];
    for (let at = dice(20); at < 200; at += 1 + dice(30)) {
      const end = at + 1 + dice(12);
      pairs.push([at, end]);
      at = end;
    }
    return spansOf(...pairs);
  });
  const union = united(all);
  expect(unitedByMinute([union], 260)).toEqual(unitedByMinute(all, 260));
  expect([...union.begins].slice(1).every((from, at) => from > (union.ends[at] ?? 0))).toBe(true);
});

it('leaves out gaps that are too short to be seen, and no others', () => {
  const pairs = Array.from({ length: 200 }, (_, at): [number, number] => {
    const fromMs = at * 10 * minuteMs + (at >= 100 ? 600 * minuteMs : 0);
    return [fromMs, fromMs + 5 * minuteMs];
  });
  const spans = spansOf(...pairs);
  expect(coarser(spans, minuteMs)).toBe(spans);
  const month = coarser(spans, 20 * minuteMs);
  expect(pairsOf(month)).toEqual([
    [0, 995 * minuteMs],
    [1600 * minuteMs, 2595 * minuteMs],
  ]);
  expect(coarser(spans, 20 * minuteMs)).toBe(month);
});
