import { expect, it } from 'vitest';
import type { ExportView } from '../api/exports.ts';
import { standingOf } from './export-standing.ts';

type CameraState = ExportView['cameras'][number]['state'];

function standing(...cameras: readonly [CameraState, files: number][]): string {
  const shared = { cameraId: 'c', name: 'Gate', bytes: 0, gaps: [], problem: null };
  return standingOf({
    state: 'failed',
    cameras: cameras.map(([state, files]) => ({ ...shared, state, files })),
  });
}

it('calls nothing failed of which there is a pack, and nothing a fault that was never recorded', () => {
  expect(standing(['done', 4], ['failed', 0])).toBe('partly');
  expect(standing(['no-footage', 0], ['failed', 0])).toBe('failed');
  expect(standing(['no-footage', 0])).toBe('nothing');
});
