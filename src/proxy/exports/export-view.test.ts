import { expect, it } from 'vitest';
import { exportListSchema } from '../../api/exports.ts';
import type { ExportJob } from './export-job.ts';
import { exportView } from './export-view.ts';

it('tells the first of many gaps, and how many more there are', () => {
  const gaps = Array.from({ length: 10_000 }, (_, at) => ({ fromMs: at * 10, toMs: at * 10 + 5 }));
  const cameras = Array.from({ length: 64 }, (_, at) => ({
    ...{ cameraId: `c${at}`, name: 'Gate', state: 'done', files: [], problem: null, gaps },
    untoldFromMs: null,
  }));
  const job = { state: 'done', by: { id: 'p', name: 'Ada' }, cameras } as unknown as ExportJob;
  const facts = { id: 'e', name: '', createdAtMs: 0, endedAtMs: 0, fromMs: 0, toMs: 1 };
  const view = exportView({ ...job, ...facts, recipient: '', purpose: '', expiresAtMs: null });
  const text = JSON.stringify(exportListSchema.parse({ exports: [view], freeBytes: null }));
  // Every window reads the list anew whenever something moves.
  expect(text.length).toBeLessThan(100_000);
  expect(view.cameras[0]?.gaps).toEqual(gaps.slice(0, 10));
  expect(view.cameras[0]?.moreGaps).toBe(9990);
});
