import { describe, expect, it } from 'vitest';
import type { RecordingKind } from '../../domain/recording.ts';
import type { RecordedFile } from '../recording-operations.ts';
import {
  daysOfFiles,
  endedByNext,
  fileOfMoment,
  filesWithin,
  neighbour,
  spansOfFiles,
} from './file-search.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function file(
  fileId: string,
  fromMs: number,
  toMs: number,
  kind: RecordingKind = 'continuous',
): RecordedFile {
  return { fileId, channel: '1', range: { fromMs, toMs }, kind, type: 'video/mp4' };
}

const morning = file('morning', 10 * dayMs, 10 * dayMs + hourMs);
const follows = file('follows', 10 * dayMs + hourMs, 10 * dayMs + 2 * hourMs);
const within = file('within', 10 * dayMs + 1000, 10 * dayMs + 2000, 'motion');
const still = file('still', 10 * dayMs + 2 * hourMs, 10 * dayMs + 2 * hourMs + 1000, 'image');
const muchLater = file('much later', 40 * dayMs, 40 * dayMs + 5000, 'motion');
const all = [morning, within, follows, still, muchLater];
const list = async (range: { fromMs: number; toMs: number }) => filesWithin(all, range);
const idOf = (found: RecordedFile | null) => found?.fileId ?? null;

describe('fileOfMoment', () => {
  it.each([
    ['at its beginning', 10 * dayMs, 'nothing', 'morning'],
    ['of two the one that goes on longer', 10 * dayMs + 1500, 'nothing', 'morning'],
    ['the next where one ends', 10 * dayMs + hourMs, 'nothing', 'follows'],
    ['none in a gap', 12 * dayMs, 'nothing', null],
    ['what came before a gap, not a still', 12 * dayMs, 'before', 'follows'],
    ['what came after it, however long', 12 * dayMs, 'after', 'much later'],
    ['none before all', dayMs, 'before', null],
    ['none after all', 41 * dayMs, 'after', null],
    ['never a still', 10 * dayMs + 2 * hourMs + 500, 'nothing', null],
  ] as const)('finds %s', async (_, atMs, otherwise, found) => {
    expect(idOf(await fileOfMoment(list, atMs, otherwise))).toBe(found);
  });
});

describe('neighbour', () => {
  it.each([
    [morning, 'next', 'follows'],
    [follows, 'next', 'much later'],
    [muchLater, 'next', null],
    [muchLater, 'previous', 'follows'],
    [follows, 'previous', 'morning'],
    [morning, 'previous', null],
    [within, 'next', 'follows'],
  ] as const)('of %o, %s', async (of, side, found) => {
    expect(idOf(await neighbour(list, of, side))).toBe(found);
  });
});

it('spansOfFiles joins files that follow each other', () => {
  expect(spansOfFiles([morning, follows], { fromMs: 0, toMs: 60 * dayMs })).toEqual([
    { fromMs: 10 * dayMs, toMs: 10 * dayMs + 2 * hourMs, kind: 'continuous' },
  ]);
});

describe('daysOfFiles', () => {
  const range = { fromMs: Date.parse('2026-10-30T00:00Z'), toMs: Date.parse('2026-11-04T00:00Z') };
  const of = (from: string, to: string) =>
    daysOfFiles([file('x', Date.parse(from), Date.parse(to))], range, 'America/New_York').map(
      ({ month, day }) => `${month}-${day}`,
    );

  it.each([
    ['2026-11-01T03:59:00Z', '2026-11-01T04:00:00Z', ['10-31']],
    ['2026-11-01T03:59:00Z', '2026-11-01T04:00:01Z', ['10-31', '11-1']],
    ['2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z', ['11-1']],
    ['2026-10-01T00:00:00Z', '2026-10-30T05:00:00Z', ['10-29', '10-30']],
    ['2026-11-01T04:00:00Z', '2026-11-03T05:00:01Z', ['11-1', '11-2', '11-3']],
  ])('from %s to %s', (from, to, days) => {
    expect(of(from, to)).toEqual(days);
  });
});

it('endedByNext is quick with as many as a card holds', () => {
  const many = Array.from({ length: 40_000 }, (_, at) => file(String(at), at, at + 60));
  const begunAtMs = performance.now();
  const ended = endedByNext(many);
  // Each looked for among all the others it was ten seconds, in which the proxy did nothing else.
  expect(performance.now() - begunAtMs).toBeLessThan(2000);
  expect(ended.slice(-2).map(({ range }) => range.toMs - range.fromMs)).toEqual([1, 60]);
});

it('endedByNext ends a file where the next of its kind begins', () => {
  const files = [file('b', 30, 90), file('a', 0, 60), file('m', 10, 70, 'motion')];
  expect(endedByNext(files).map(({ fileId, range }) => [fileId, range.toMs])).toEqual([
    ['a', 30],
    ['m', 70],
    ['b', 90],
  ]);
});
