import { beforeEach, expect, it, vi } from 'vitest';
import type { RecordedFileView } from '../../api/recordings.ts';
import { RequestProblem } from '../../device-access/request-problem.ts';
import { fileAt, findAmong } from './fake-footage.ts';
import { FootageMap } from './footage-map.ts';

const beginMs = 1_000_000_000;
let nowMs: number;
let files: RecordedFileView[];
let asked: number[];
let problem: RequestProblem | null;
beforeEach(() => {
  nowMs = beginMs + 3_600_000;
  files = [fileAt(beginMs), fileAt(beginMs + 10_000), fileAt(beginMs + 40_000)];
  asked = [];
  problem = null;
});

function mapOf() {
  const changed = vi.fn();
  const map = new FootageMap(
    async (atMs, _signal, otherwise) => {
      asked.push(atMs);
      if (problem) throw problem;
      return findAmong(files, atMs, otherwise);
    },
    () => nowMs,
    changed,
  );
  const known = async (atMs: number) => {
    const before = changed.mock.calls.length;
    const place = map.placeAt(atMs);
    if (asked.length === before) return place;
    await vi.waitFor(() => expect(changed.mock.calls.length).toBe(asked.length));
    return map.placeAt(atMs);
  };
  return { map, known };
}

it('asks for what it does not know, once, and one question at a time', async () => {
  const { map, known } = mapOf();
  expect(map.placeAt(beginMs + 5)).toEqual({ kind: 'asking' });
  expect(map.placeAt(beginMs + 10_005)).toEqual({ kind: 'asking' });
  await vi.waitFor(() => expect(map.placeAt(beginMs + 5)).toMatchObject({ kind: 'file' }));
  expect(await known(beginMs + 10_005)).toMatchObject({
    kind: 'file',
    file: { fromMs: beginMs + 10_000 },
  });
  expect(await known(beginMs + 9)).toMatchObject({ file: { fromMs: beginMs } });
  expect(asked).toEqual([beginMs + 5, beginMs + 10_005]);
});

it('knows a gap by the file behind it, and that nothing follows the last', async () => {
  const { known } = mapOf();
  const gap = { kind: 'gap', untilMs: beginMs + 40_000 };
  expect(await known(beginMs + 21_000)).toMatchObject(gap);
  expect(await known(beginMs + 30_000)).toMatchObject(gap);
  expect(asked).toHaveLength(1);
  expect(await known(beginMs + 41_000)).toMatchObject({ kind: 'file' });
  expect(await known(beginMs + 60_000)).toMatchObject({ kind: 'gap', untilMs: null });
});

it('waits for what has just happened, and says after a while that there is nothing', async () => {
  const { known } = mapOf();
  const atMs = nowMs - 5000;
  expect(await known(atMs)).toEqual({ kind: 'not-yet' });
  expect(await known(atMs)).toEqual({ kind: 'not-yet' });
  expect(asked).toHaveLength(1);
  nowMs += 3000;
  files.push(fileAt(atMs - 1000));
  expect(await known(atMs)).toMatchObject({ kind: 'file' });
  // A device that writes for minutes lists nothing until it has ended the file.
  const laterMs = nowMs + 20_000;
  nowMs = laterMs + 4 * 60_000;
  expect(await known(laterMs)).toEqual({ kind: 'not-yet' });
  nowMs = laterMs + 16 * 60_000;
  expect(await known(laterMs)).toMatchObject({ kind: 'gap' });
});

it('takes a file that has grown instead of the shorter one', async () => {
  files = [fileAt(beginMs, { toMs: beginMs + 5000 })];
  const { known } = mapOf();
  await known(beginMs);
  files = [fileAt(beginMs, { fileId: 'grown' })];
  expect(await known(beginMs + 6000)).toMatchObject({ file: { fileId: 'grown' } });
  expect(await known(beginMs)).toMatchObject({ file: { fileId: 'grown' } });
});

it('keeps a failure for some seconds, then tries again by itself', async () => {
  problem = new RequestProblem({ kind: 'timeout', reason: 'answer-timeout' });
  const { map, known } = mapOf();
  expect(await known(beginMs)).toMatchObject({
    kind: 'fault',
    problem: { reason: 'answer-timeout' },
  });
  expect(await known(beginMs)).toMatchObject({ kind: 'fault' });
  expect(asked).toHaveLength(1);
  problem = null;
  nowMs += 5000;
  expect(await known(beginMs)).toMatchObject({ kind: 'file' });
  map.forget();
  expect(map.placeAt(beginMs)).toEqual({ kind: 'asking' });
});

it('knows backwards what was recorded last, and that there is nothing before the first', async () => {
  const { map } = mapOf();
  const back = async (atMs: number) => {
    map.placeAt(atMs, -1);
    await vi.waitFor(() => expect(map.placeAt(atMs, -1)).not.toEqual({ kind: 'asking' }));
    return map.placeAt(atMs, -1);
  };
  expect(await back(beginMs + 30_000)).toEqual({ kind: 'gap', untilMs: beginMs + 19_999 });
  expect(await back(beginMs + 19_999)).toMatchObject({ file: { fromMs: beginMs + 10_000 } });
  expect(await back(beginMs - 1)).toEqual({ kind: 'gap', untilMs: null });
  expect(asked).toEqual([beginMs + 30_000, beginMs - 1]);
  // What is behind it was not asked for yet.
  expect(map.placeAt(beginMs + 30_000)).toEqual({ kind: 'asking' });
});
