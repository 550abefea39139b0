import { describe, expect, test } from 'vitest';
import type { AlarmView } from '../api/alarms.ts';
import type { AlarmEntry } from './alarm-entry.ts';
import { alarmOf } from './fake-alarms.ts';
import { countAlarms, shownAlarms, withPending } from './shown-alarms.ts';

const me = { id: 'guard', name: 'Guard' };
const entry = (action: AlarmEntry['action'], of: Partial<AlarmEntry> = {}): AlarmEntry => ({
  requestId: 'r1',
  personId: 'guard',
  alarmId: 'a1',
  atMs: 9000,
  dueAtMs: 9000,
  action,
  ...of,
});
const seen = { by: me, atMs: 5, reason: null };

test('the highest priority first, of these what nobody has seen, of these the newest', () => {
  const alarms: AlarmView[] = [
    alarmOf('low', { priority: 4, lastAtMs: 99 }),
    alarmOf('seen', { priority: 1, lastAtMs: 98, acknowledged: seen }),
    alarmOf('older', { priority: 1, lastAtMs: 3 }),
    alarmOf('newer', { priority: 1, lastAtMs: 4 }),
  ];
  const order = shownAlarms(alarms, [], me).map(({ alarm }) => alarm.id);
  expect(order).toEqual(['newer', 'older', 'seen', 'low']);
  expect(countAlarms(shownAlarms(alarms, [], me))).toEqual({
    byPriority: { 1: 2, 2: 0, 3: 0, 4: 1 },
    unacknowledged: 3,
  });
});

describe('what a person did shows before the proxy knows of it', () => {
  const acted = (...entries: AlarmEntry[]) => withPending(alarmOf('a1'), entries, me);

  test('an acknowledgement', () => {
    expect(acted(entry({ kind: 'acknowledge', reason: 'real' }))).toMatchObject({
      alarm: { acknowledged: { by: me, atMs: 9000, reason: 'real' } },
      pending: [{ requestId: 'r1' }],
    });
  });

  test('a forwarding, by the name that was chosen', () => {
    const to = { id: 'o', name: 'Other' };
    expect(acted(entry({ kind: 'forward', toPersonId: 'o' }, { to })).alarm.owner).toEqual(to);
  });

  test('nothing of what is refused, and nothing of another alarm', () => {
    const other = entry({ kind: 'claim' }, { alarmId: 'a2' });
    const shown = acted(entry({ kind: 'close' }), other);
    expect(shown.alarm).toEqual(alarmOf('a1'));
    expect(shown.pending).toHaveLength(1);
  });
});
