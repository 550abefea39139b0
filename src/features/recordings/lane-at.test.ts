import { expect, it } from 'vitest';
import type { RecordingKind } from '../../domain/recording.ts';
import { recordedAt } from './lane-at.ts';

function columns(...spans: [number, number][]) {
  const begins = Float64Array.from(spans, ([fromMs]) => fromMs);
  const ends = Float64Array.from(spans, ([, toMs]) => toMs);
  return { begins, ends };
}

const ofKind = new Map<RecordingKind, ReturnType<typeof columns>>([
  ['continuous', columns([0, 100], [200, 300])],
  ['motion', columns([150, 160])],
]);
const blocks = [
  { fromMs: 0, toMs: 1000, state: 'listed', knownToMs: 900 },
  { fromMs: 1000, toMs: 2000, state: 'failed', knownToMs: 2000 },
  { fromMs: 2000, toMs: 3000, state: 'not-offered', knownToMs: 3000 },
] as const;

it.each([
  [0, 'recorded'],
  [99, 'recorded'],
  [100, 'nothing'],
  [155, 'recorded'],
  [160, 'nothing'],
  [899, 'nothing'],
  [900, 'unknown'],
  [1500, 'unknown'],
  [2500, 'nothing'],
  [-1, 'unknown'],
])('%s: %s', (atMs, standing) => {
  expect(recordedAt({ ofKind, blocks }, atMs)).toBe(standing);
});
