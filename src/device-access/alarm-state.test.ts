import { afterEach, expect, test } from 'vitest';
import type { AlarmView } from '../api/alarms.ts';
import { alarmState, forgetAlarms, takeInAlarms } from './alarm-state.ts';

const flood = { active: false, sinceMs: null };
const alarm = (id: string, number = 1) => ({ id, number, closed: null }) as AlarmView;

afterEach(forgetAlarms);

test('one that has changed does not stand for all, where nobody has told of the others', () => {
  takeInAlarms({ alarms: [alarm('a')], flood }, 'changed');
  expect(alarmState.getState().alarms).toBeNull();
  takeInAlarms({ alarms: [alarm('a'), alarm('b')], flood }, 'all');
  takeInAlarms({ alarms: [alarm('a', 2)], flood }, 'changed');
  expect([...(alarmState.getState().alarms ?? [])].map(([id, { number }]) => [id, number])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});
