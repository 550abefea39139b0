import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alarm, AlarmAction, AlarmActor } from './alarm.ts';
import {
  actOnAlarm,
  alarmState,
  alarmStates,
  endShelf,
  repeatAlarm,
  returnAlarm,
} from './alarm-transition.ts';

const guard: AlarmActor = { id: 'g', name: 'Guard' };
const other: AlarmActor = { id: 'o', name: 'Other' };
const atMs = 1_763_700_000_000;
const fresh: Alarm = {
  id: 'a1',
  key: 'call:gate',
  ruleId: 'call',
  topic: 'call',
  priority: 1,
  cameraId: null,
  deviceId: 'd1',
  subject: 'Gate',
  firstAtMs: atMs,
  lastAtMs: atMs,
  count: 1,
  active: true,
  returnedAtMs: null,
  acknowledged: null,
  owner: null,
  aside: null,
  closed: null,
};

function done(alarm: Alarm, action: AlarmAction, by = guard): Alarm {
  const result = actOnAlarm(alarm, action, by, atMs + 1000);
  if (result.kind === 'refused') throw new TypeError(result.why);
  return result.alarm;
}
const whyNot = (alarm: Alarm, action: AlarmAction) => {
  const result = actOnAlarm(alarm, action, guard, atMs + 1000);
  return result.kind === 'refused' ? result.why : null;
};
const acknowledge: AlarmAction = { kind: 'acknowledge', reason: 'real' };

describe('an alarm', () => {
  it('goes through the states of ISA-18.2', () => {
    expect(alarmState(fresh)).toBe('unacknowledged');
    const acknowledged = done(fresh, acknowledge);
    expect(alarmState(acknowledged)).toBe('acknowledged');
    expect(alarmState(returnAlarm(fresh, atMs))).toBe('returned-unacknowledged');
    const returned = returnAlarm(acknowledged, atMs);
    expect(alarmState(returned)).toBe('returned');
    expect(alarmState(done(returned, { kind: 'close' }))).toBe('closed');
  });

  it('keeps the first acknowledgement, however often it comes', () => {
    const first = done(fresh, acknowledge);
    const again = actOnAlarm(first, { kind: 'acknowledge', reason: 'false' }, other, atMs + 9000);
    expect(again).toEqual({ kind: 'unchanged', alarm: first });
  });

  it('wants a reason where it is critical or high, and none where it is not', () => {
    const bare: AlarmAction = { kind: 'acknowledge', reason: null };
    expect(whyNot(fresh, bare)).toBe('reason-needed');
    expect(whyNot({ ...fresh, priority: 2 }, bare)).toBe('reason-needed');
    expect(whyNot({ ...fresh, priority: 3 }, bare)).toBeNull();
  });

  it('wants to be seen anew when it comes back after it had passed', () => {
    const passed = returnAlarm(done(fresh, acknowledge), atMs + 2000);
    const back = repeatAlarm(passed, atMs + 3000);
    expect(alarmState(back)).toBe('unacknowledged');
    expect(back).toMatchObject({ count: 2, lastAtMs: atMs + 3000, firstAtMs: atMs });
    expect(repeatAlarm(done(fresh, acknowledge), atMs).acknowledged).not.toBeNull();
  });

  it.each([
    ['no reason', '', 600_000, 'reason-needed'],
    ['too short', 'painting', 30_000, 'shelf-time'],
    ['too long', 'painting', 9 * 3_600_000, 'shelf-time'],
    ['no time at all', 'painting', Number.NaN, 'shelf-time'],
  ])('is not shelved with %s', (_, reason, forMs, why) => {
    expect(whyNot(fresh, { kind: 'shelve', untilMs: atMs + 1000 + forMs, reason })).toBe(why);
  });

  it('comes back from the shelf when its time is over', () => {
    const untilMs = atMs + 3_600_000;
    const shelved = done(fresh, { kind: 'shelve', untilMs, reason: 'painting' });
    expect(alarmState(shelved)).toBe('shelved');
    expect(endShelf(shelved, untilMs - 1)).toBe(shelved);
    expect(alarmState(endShelf(shelved, untilMs))).toBe('unacknowledged');
  });

  it('is closed only when it has passed and was seen', () => {
    const close: AlarmAction = { kind: 'close' };
    expect(whyNot(fresh, close)).toBe('still-active');
    expect(whyNot(returnAlarm(fresh, atMs), close)).toBe('not-acknowledged');
  });

  it('is in one state whatever is done to it, and the same action twice changes nothing', () => {
    const action = fc.constantFrom<AlarmAction>(
      acknowledge,
      { kind: 'claim' },
      { kind: 'forward', to: other },
      { kind: 'shelve', untilMs: atMs + 3_600_000, reason: 'painting' },
      { kind: 'unshelve' },
      { kind: 'out-of-service', reason: 'no lens' },
      { kind: 'in-service' },
      { kind: 'close' },
    );
    const property = fc.property(
      fc.array(fc.tuple(action, fc.boolean()), { maxLength: 20 }),
      (all) => {
        let alarm = fresh;
        for (const [next, passes] of all) {
          if (passes) alarm = returnAlarm(alarm, atMs);
          const once = actOnAlarm(alarm, next, guard, atMs);
          if (once.kind === 'refused') continue;
          alarm = once.alarm;
          const twice = actOnAlarm(alarm, next, guard, atMs);
          expect(twice.kind === 'refused' ? alarm : twice.alarm).toEqual(alarm);
          expect(alarmStates).toContain(alarmState(alarm));
        }
      },
    );
    fc.assert(property, { seed: 5, numRuns: 500 });
  });
});
