import { expect, it } from 'vitest';
import { scheduleChange } from './schedule-change.ts';

it('sets a schedule, an override, both, or nothing', () => {
  expect(scheduleChange(['motion'], '1', '')).toEqual({
    kind: 'schedule',
    modes: ['motion'],
    scheduleId: '1',
    overrideId: null,
  });
  expect(scheduleChange(['motion'], '1', '2')).toMatchObject({ scheduleId: '1', overrideId: '2' });
  expect(scheduleChange(['motion'], '', '2')).toMatchObject({ kind: 'override', overrideId: '2' });
  expect(scheduleChange(['motion'], '', '')).toBeNull();
  expect(scheduleChange([], '1', '2')).toBeNull();
});
