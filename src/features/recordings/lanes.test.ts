import { expect, it } from 'vitest';
import type { CameraSpans } from '../../api/recordings.ts';
import { spanBlockMs } from '../../device-access/recording-queries.ts';
import { toldCamera } from '../../device-access/span-columns.ts';
import type { RecordingKind } from '../../domain/recording.ts';
import { type AskedBlock, blocksOf, LaneShelf } from './lanes.ts';

type Found = CameraSpans['found'];
type Listed = [number, number, RecordingKind][];

const camera = (cameraId: string, found: Found) =>
  toldCamera({ cameraId, zone: 'UTC', clockOffsetMs: 0, found });
const listed = (spans: Listed, knownToMs = spanBlockMs): Found => ({
  ...{ state: 'listed', precision: 'exact', spans, knownToMs },
});
const block = (at: number, cameras: AskedBlock['cameras'], failed = false): AskedBlock => ({
  ...{ block: at, cameraIds: ['a', 'b'], cameras, failed },
});
const laneOf = (...asked: AskedBlock[]) => new LaneShelf().lanes(['a'], asked)[0];
const states = (asked: AskedBlock) => laneOf(asked)?.blocks.map(({ state }) => state);

it('asks for the blocks that a time touches', () => {
  expect(blocksOf(0, spanBlockMs)).toEqual([0]);
  expect(blocksOf(spanBlockMs - 1, spanBlockMs + 1)).toEqual([0, 1]);
  expect(blocksOf(5, 5)).toEqual([0]);
});

it('tells what is not loaded from what is empty, failed or not offered', () => {
  const failure: Found = { state: 'failed', problem: { kind: 'timeout', reason: 'stalled' } };
  expect(states(block(0, undefined))).toEqual(['loading']);
  expect(states(block(0, undefined, true))).toEqual(['failed']);
  expect(states(block(0, [camera('a', failure)]))).toEqual(['failed']);
  expect(states(block(0, [camera('a', listed([]))]))).toEqual(['listed']);
  expect(states(block(0, [camera('a', { state: 'not-offered' })]))).toEqual(['not-offered']);
  // A camera that the proxy left out may not be taken for one without recordings.
  expect(states(block(0, []))).toEqual(['failed']);
});

it('keeps each kind by itself, and takes what goes on over the edge of a block for one', () => {
  const first: Listed = [
    [5, spanBlockMs, 'continuous'],
    [100, 200, 'motion'],
  ];
  const second: Listed = [
    [spanBlockMs, spanBlockMs + 7, 'continuous'],
    [spanBlockMs + 20, spanBlockMs + 30, 'motion'],
  ];
  const lane = laneOf(
    block(0, [camera('a', listed(first))]),
    block(1, [camera('a', listed(second))]),
  );
  const spans = (kind: RecordingKind) => {
    const { begins = [], ends = [] } = lane?.ofKind.get(kind) ?? {};
    return Array.from(begins, (begin, at) => [begin, ends[at]]);
  };
  expect(spans('continuous')).toEqual([[5, spanBlockMs + 7]]);
  expect(spans('motion')).toEqual([
    [100, 200],
    [spanBlockMs + 20, spanBlockMs + 30],
  ]);
  expect(spans('event')).toEqual([]);
});

it('joins what any of the cameras recorded, of all blocks', () => {
  const [one, other]: [Listed, Listed] = [
    [
      [0, 10, 'continuous'],
      [20, 30, 'continuous'],
      [60, spanBlockMs, 'motion'],
    ],
    [
      [5, 20, 'motion'],
      [40, 50, 'motion'],
    ],
  ];
  const next: Listed = [[spanBlockMs, spanBlockMs + 5, 'continuous']];
  const union = new LaneShelf().union([
    block(1, [camera('b', listed(next))]),
    block(0, [camera('a', listed(one)), camera('b', listed(other))]),
  ]);
  expect([...union.begins]).toEqual([0, 40, 60]);
  expect([...union.ends]).toEqual([30, 50, spanBlockMs + 5]);
});

it('makes only that anew of which something new was told', () => {
  const shelf = new LaneShelf();
  const ofA = { ...block(0, [camera('a', listed([[0, 10, 'continuous']]))]), cameraIds: ['a'] };
  const ofB = { ...block(0, [camera('b', listed([[0, 10, 'continuous']]))]), cameraIds: ['b'] };
  const before = shelf.lanes(['a', 'b'], [ofA, ofB]);
  const newer = { ...ofB, cameras: [camera('b', listed([[0, 20, 'continuous']]))] };
  const after = shelf.lanes(['b', 'a'], [ofA, newer]);
  expect(after[1]).toBe(before[0]);
  expect(after[0]).not.toBe(before[1]);
  expect([...shelf.union([ofA, newer]).ends]).toEqual([20]);
});
