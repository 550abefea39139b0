import { expect, it } from 'vitest';
import type { CameraSpans } from '../../api/recordings.ts';
import { noOffers } from '../../domain/camera.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { findingsOf } from './camera-findings.ts';

const range = { fromMs: 100_000, toMs: 200_000 };
const camera = testCamera([], { id: 'c1', offers: { ...noOffers, exports: true } });

function of(found: CameraSpans['found']) {
  const spans = [{ cameraId: 'c1', zone: 'UTC', clockOffsetMs: 0, found }];
  const [finding] = findingsOf([camera], range, spans);
  return finding;
}

const listed = (spans: [number, number][], knownToMs = 1e9) =>
  of({
    state: 'listed',
    precision: 'minute',
    knownToMs,
    spans: spans.map(([from, to]) => [from, to, 'continuous']),
  });

it('tells gaps from nothing, and less than a second from a gap', () => {
  expect(listed([[0, 300_000]])?.kind).toBe('whole');
  expect(listed([[100_400, 199_500]])?.kind).toBe('whole');
  expect(listed([])?.kind).toBe('nothing');
  expect(listed([[300_000, 400_000]])?.kind).toBe('nothing');
  expect(listed([[0, 150_000]])).toMatchObject({
    kind: 'gaps',
    gaps: [{ fromMs: 150_000, toMs: 200_000 }],
    byMinute: true,
    untoldFromMs: null,
  });
});

it('takes what is not told yet for no gap', () => {
  expect(listed([[0, 180_000]], 180_000)).toMatchObject({
    kind: 'gaps',
    gaps: [],
    untoldFromMs: 180_000,
  });
  expect(listed([], 50_000)).toMatchObject({ kind: 'gaps', gaps: [], untoldFromMs: 100_000 });
});

it('says who tells nothing, and why', () => {
  expect(of({ state: 'not-offered' })?.kind).toBe('not-told');
  const problem = { kind: 'timeout', reason: 'answer-timeout' } as const;
  expect(of({ state: 'failed', problem })).toMatchObject({ kind: 'failed', problem });
  expect(findingsOf([camera], range, undefined)[0]?.kind).toBe('asking');
  expect(findingsOf([camera], null, undefined)[0]?.kind).toBe('not-asked');
  expect(findingsOf([camera], range, null)[0]).toMatchObject({ kind: 'failed', problem: null });
  expect(findingsOf([testCamera([])], range, undefined)[0]?.kind).toBe('no-export');
});
