import { expect, test } from 'vitest';
import type { AlarmView } from '../../api/alarms.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { alarmLines, firstWaiting, heldInPlace, openOnes } from './alarm-lines.ts';
import { NewAlarms } from './new-alarms.ts';

const shown = (id: string, of: Partial<AlarmView> = {}): ShownAlarm => ({
  alarm: alarmOf(id, of),
  pending: [],
});
const by = { id: 'g', name: 'Guard' };
const seen = { by, atMs: 5, reason: null };
const plate = (id: string) => shown(id, { priority: 3, ruleId: 'plates', cameraId: 'c2' });

test('in a flood all of one rule at one place are one line, and critical ones stay alone', () => {
  const list = [shown('p1'), shown('p1b'), plate('x'), shown('y', { priority: 3 }), plate('z')];
  expect(alarmLines(list, false).map(({ kind }) => kind)).toEqual(Array(5).fill('alarm'));
  const lines = alarmLines(list, true);
  expect(lines.map(({ kind, id }) => [kind, id])).toEqual([
    ['alarm', 'p1'],
    ['alarm', 'p1b'],
    ['group', 'group 3 plates c2'],
    ['alarm', 'y'],
  ]);
  expect(lines[2]).toMatchObject({ members: [{ alarm: { id: 'x' } }, { alarm: { id: 'z' } }] });
});

test('what is put aside is not among the open ones', () => {
  const aside = { kind: 'out-of-service', reason: 'no lens', by } as const;
  expect(openOnes([shown('a', { aside }), shown('b')]).map(({ alarm }) => alarm.id)).toEqual(['b']);
  expect(firstWaiting([shown('a', { acknowledged: seen }), shown('b')])?.alarm.id).toBe('b');
});

test('what somebody points at keeps its place, with what is known of it now', () => {
  const now = [shown('new'), shown('b', { count: 7 }), shown('a')];
  const held = heldInPlace([shown('a'), shown('b'), shown('gone')], now);
  expect(held.newer).toBe(1);
  expect(held.shown.map(({ alarm }) => [alarm.id, alarm.count])).toEqual([
    ['a', 1],
    ['b', 7],
  ]);
});

test('tells of each alarm once, and anew where it comes back', () => {
  const news = new NewAlarms();
  const ids = (list: readonly ShownAlarm[] | null) => news.take(list).map(({ id }) => id);
  expect(ids([shown('old')])).toEqual([]);
  expect(ids([shown('old'), shown('a')])).toEqual(['a']);
  // Nobody knows for a while.
  expect(ids(null)).toEqual([]);
  expect(ids([shown('old'), shown('a', { count: 2 })])).toEqual([]);
  expect(ids([shown('old'), shown('a', { acknowledged: seen })])).toEqual([]);
  expect(ids([shown('old'), shown('a')])).toEqual(['a']);
});
