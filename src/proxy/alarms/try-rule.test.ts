import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallerRights } from '../access/caller.ts';
import { motion } from '../events/test-journal.ts';
import { call, plate, stopClock, TestDesk } from './test-desk.ts';
import { ruleOf } from './test-rule.ts';
import { tryRule } from './try-rule.ts';

let desk: TestDesk;
beforeEach(async () => {
  stopClock();
  desk = await new TestDesk().open();
});
afterEach(() => desk.end());

/** @param sees every camera, or these */
function trial(rule: Parameters<typeof ruleOf>[0], ...sees: readonly string[]) {
  const rights = { kind: 'person', person: { role: 'supervisor', enabled: true } };
  const caller = { ...rights, sees: sees.length === 0 ? 'all' : new Set(sees) };
  return tryRule(ruleOf(rule), caller as unknown as CallerRights, {
    journal: desk.journal,
    registry: { device: () => desk.devices[0], devices: desk.devices } as never,
    zoneOf: () => 'UTC',
    now: () => Date.now(),
  });
}

it('counts what the journal of a day would have raised, by condition and camera', async () => {
  await desk.say(plate('DSP-963'));
  await desk.say(plate('OTHER'));
  await desk.say(motion, { channel: '2' });
  const topic = 'plate' as const;
  const plates = { topic, condition: { plates: ['dsp963'] } };
  expect(await trial(plates)).toMatchObject({ alarms: 1, looked: 2, whole: true });
  expect(await trial({ topic: 'plate' })).toMatchObject({ alarms: 2 });
  expect(await trial({ topic: 'motion', cameraIds: ['d1-c1'] })).toMatchObject({ alarms: 0 });
  expect(await trial({ topic: 'motion', cameraIds: ['d1-c2'] })).toMatchObject({ alarms: 1 });
});

it('tells nobody of cameras that are not theirs', async () => {
  await desk.say(motion, { channel: '1' });
  await desk.say(motion, { channel: '2' });
  expect(await trial({})).toMatchObject({ alarms: 2, looked: 2 });
  expect(await trial({}, 'd1-c2')).toMatchObject({ alarms: 1, looked: 1 });
  expect(await trial({}, 'elsewhere')).toMatchObject({ alarms: 0, looked: 0 });
});

it('keeps to the hours, and raises nothing', async () => {
  const never = [{ days: [], fromMinute: 0, toMinute: 1440 }];
  await desk.say(call());
  expect(await trial({ topic: 'call' })).toMatchObject({ alarms: 1 });
  expect(await trial({ topic: 'call', hours: never })).toMatchObject({ alarms: 0 });
  expect(desk.alarms).toHaveLength(1);
});
