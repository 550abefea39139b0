import { expect, it } from 'vitest';
import '../../messages/use-exports.ts';
import type { ExportView } from '../../api/exports.ts';
import { toldText } from './export-words.ts';

const camera = {
  ...{ cameraId: 'c1', name: 'Gate', files: 0, bytes: 0, problem: null, gaps: [] },
} as const;

const told = (
  state: ExportView['state'],
  own: 'done' | 'no-footage',
  untoldFromMs: number | null,
): string =>
  toldText({ state, cameras: [{ ...camera, state: own, untoldFromMs }] } as unknown as ExportView);

it('calls nothing recorded, and nothing complete, of which the devices have not told', () => {
  expect(told('done', 'done', null)).toMatch(/^All recordings of this time/);
  expect(told('failed', 'no-footage', null)).toMatch(/^Nothing was recorded/);
  expect(told('done', 'done', 1000)).toMatch(/had not told yet/);
  expect(told('failed', 'no-footage', 1000)).toMatch(/had not told yet/);
  expect(told('done', 'no-footage', 1000)).not.toMatch(/recorded nothing/);
});
