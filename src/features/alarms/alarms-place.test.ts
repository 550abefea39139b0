import { expect, test } from 'vitest';
import type { AlarmView } from '../../api/alarms.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import {
  type AlarmsPlace,
  fitsPlace,
  prioritiesOf,
  showsState,
  statesOf,
  toggled,
  usualPlace,
} from './alarms-place.ts';

const by = { id: 'g', name: 'Guard' };
const fits = (of: Partial<AlarmView>, place: Partial<AlarmsPlace>) =>
  fitsPlace({ alarm: alarmOf('a', of), pending: [] }, { ...usualPlace, ...place });
const seen = { by, atMs: 5, reason: null };
const aside = { kind: 'out-of-service', reason: 'no lens', by } as const;

test('reads what it knows of an address, and ignores the rest', () => {
  const place = { state: 'ack,loud,unack', prio: '2,9,x' };
  expect(statesOf(place)).toEqual(['unack', 'ack']);
  expect(prioritiesOf(place)).toEqual([2]);
  expect(toggled(prioritiesOf(place), 1)).toBe('2,1');
  expect(toggled(prioritiesOf(place), 2)).toBe('');
});

test('of nothing chosen shows all but what is closed', () => {
  expect(showsState(usualPlace, 'aside')).toBe(true);
  expect(showsState(usualPlace, 'closed')).toBe(false);
  expect(fits({}, {})).toBe(true);
  expect(fits({ aside }, {})).toBe(true);
});

test.each<[Partial<AlarmView>, Partial<AlarmsPlace>, boolean]>([
  [{}, { state: 'unack' }, true],
  [{ acknowledged: seen }, { state: 'unack' }, false],
  [{ acknowledged: seen }, { state: 'ack' }, true],
  [{ aside }, { state: 'unack' }, false],
  [{ aside }, { state: 'aside' }, true],
  [{ priority: 3 }, { prio: '1,2' }, false],
  [{ priority: 3 }, { prio: '3' }, true],
])('%j in %j: %s', (of, place, shown) => expect(fits(of, place)).toBe(shown));
