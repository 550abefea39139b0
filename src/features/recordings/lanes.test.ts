import { expect, it } from 'vitest';
import type { CameraSpans } from '../../api/recordings.ts';
import { spanBlockMs } from '../../device-access/recording-queries.ts';
import { blocksOf, coarser, firstAfter, lanesOf, unionOf } from './lanes.ts';

type Found = CameraSpans['found'];
const camera = (cameraId: string, found: Found): CameraSpans => ({
  cameraId,
  zone: 'UTC',
  clockOffsetMs: 0,
  found,
});
const listed = (spans: [number, number, 'continuous' | 'motion'][], knownToMs = spanBlockMs) =>
  ({ state: 'listed', precision: 'exact', spans, knownToMs }) satisfies Found;
const states = (asked: Parameters<typeof lanesOf>[1]) =>
  lanesOf(['a'], asked).flatMap(({ blocks }) => blocks.map(({ state }) => state));

it('asks for the blocks that a time touches', () => {
  expect(blocksOf(0, spanBlockMs)).toEqual([0]);
  expect(blocksOf(spanBlockMs - 1, spanBlockMs + 1)).toEqual([0, 1]);
  expect(blocksOf(5, 5)).toEqual([0]);
});

it('tells what is not loaded from what is empty, failed or not offered', () => {
  const failure: Found = { state: 'failed', problem: { kind: 'timeout', reason: 'stalled' } };
  expect(states([{ block: 0, cameraIds: ['a', 'b'], cameras: undefined, failed: false }])).toEqual([
    'loading',
  ]);
  expect(states([{ block: 0, cameraIds: ['a', 'b'], cameras: undefined, failed: true }])).toEqual([
    'failed',
  ]);
  expect(
    states([{ block: 0, cameraIds: ['a', 'b'], cameras: [camera('a', failure)], failed: false }]),
  ).toEqual(['failed']);
  expect(
    states([
      { block: 0, cameraIds: ['a', 'b'], cameras: [camera('a', listed([]))], failed: false },
    ]),
  ).toEqual(['listed']);
  const silent = camera('a', { state: 'not-offered' });
  expect(states([{ block: 0, cameraIds: ['a', 'b'], cameras: [silent], failed: false }])).toEqual([
    'not-offered',
  ]);
  // A camera that the proxy left out may not be taken for one without recordings.
  expect(states([{ block: 0, cameraIds: ['a', 'b'], cameras: [], failed: false }])).toEqual([
    'failed',
  ]);
});

it('finds a long span under the short ones that lie within it', () => {
  const spans = listed([
    [0, 1000, 'continuous'],
    [100, 200, 'motion'],
    [300, 400, 'motion'],
  ]);
  const [lane] = lanesOf(
    ['a'],
    [{ block: 0, cameraIds: ['a', 'b'], cameras: [camera('a', spans)], failed: false }],
  );
  expect(lane && firstAfter(lane, 500)).toBe(0);
  expect(lane && firstAfter(lane, 1000)).toBe(3);
});

it('joins what any of the cameras recorded', () => {
  const cameras = [
    camera(
      'a',
      listed([
        [0, 10, 'continuous'],
        [20, 30, 'continuous'],
      ]),
    ),
    camera(
      'b',
      listed([
        [5, 20, 'motion'],
        [40, 50, 'motion'],
      ]),
    ),
  ];
  const union = unionOf(
    lanesOf(['a', 'b'], [{ block: 0, cameraIds: ['a', 'b'], cameras, failed: false }]),
  );
  expect([...union.begins]).toEqual([0, 40]);
  expect([...union.ends]).toEqual([30, 50]);
});

it('takes what goes on over the edge of a block for one', () => {
  const asked = [0, 1].map((block) => ({
    block,
    cameraIds: ['a'],
    cameras: [
      camera(
        'a',
        listed([
          [block === 0 ? 5 : spanBlockMs, (block + 1) * spanBlockMs - 7 * block, 'continuous'],
        ]),
      ),
    ],
    failed: false,
  }));
  const [lane] = lanesOf(['a'], asked);
  expect([...(lane?.begins ?? [])]).toEqual([5]);
  expect([...(lane?.ends ?? [])]).toEqual([2 * spanBlockMs - 7]);
});

it('leaves out gaps that are too short to be seen, and no others', () => {
  const minute = 60_000;
  const spans = Array.from({ length: 200 }, (_, at): [number, number, 'continuous'] => {
    const fromMs = at * 10 * minute + (at >= 100 ? 600 * minute : 0);
    return [fromMs, fromMs + 5 * minute, 'continuous'];
  });
  const asked = [
    { block: 0, cameraIds: ['a'], cameras: [camera('a', listed(spans))], failed: false },
  ];
  const [lane] = lanesOf(['a'], asked);
  expect(lane && coarser(lane, 60_000).begins.length).toBe(200);
  const month = lane && coarser(lane, 20 * minute);
  expect([...(month?.begins ?? [])]).toEqual([0, 1600 * minute]);
  expect([...(month?.ends ?? [])]).toEqual([995 * minute, 2595 * minute]);
  expect(lane && coarser(lane, 20 * minute)).toBe(month);
});
