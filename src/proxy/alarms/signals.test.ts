import { expect, it } from 'vitest';
import type { EventFactView } from '../../api/events.ts';
import type { KeptEvent } from '../store/event-store.ts';
import { signalsOf } from './signals.ts';
import { ruleOf } from './test-rule.ts';

const rule = { ...ruleOf(), id: 'r' };
const read = (fact: EventFactView, condition = {}, cameraId: string | null = 'c1') => {
  const event = { deviceId: 'd1', cameraId, fact } as KeptEvent;
  return signalsOf({ ...rule, ...ruleOf({ condition }) }, event);
};
const call = (active: boolean): EventFactView => ({
  ...{ topic: 'call', caller: '7', place: 'Gate', deviceName: '', linked: [], active },
});
const plate = (text: string): EventFactView => ({
  ...{ topic: 'plate', zoneCode: '', zoneName: '', linked: [], parkingLots: {}, plate: text },
});

it.each<[string, EventFactView, string, string]>([
  ['a call', call(true), '["r","call","d1","7"]', 'Gate'],
  ['a plate', plate('dsp-963'), '["r","plate","c1","DSP963"]', 'dsp-963'],
  ['an input', { topic: 'input', inputId: '2', active: true }, '["r","input","c1","2"]', '2'],
  [
    'an area',
    { topic: 'motion', active: true, area: 'b', boxes: [] },
    '["r","motion","c1","b"]',
    '',
  ],
  [
    'a picture',
    { topic: 'channel', change: 'state', state: 'no-network' },
    '["r","channel","c1"]',
    '',
  ],
])('knows %s again', (_, fact, key, subject) => {
  expect(read(fact)).toEqual([{ key, subject, holds: true }]);
});

it('says that a state ended, and nothing of a moment that does not count', () => {
  expect(read(call(false))).toMatchObject([{ holds: false }]);
  expect(read(plate('A'), { plates: ['B'] })).toEqual([]);
  expect(
    read({ topic: 'motion', active: true, level: 5, boxes: [] }, { leastPercent: 10 }),
  ).toMatchObject([{ holds: false }]);
});

it.each(['renamed', 'swapped', 'stream-ready'] as const)('is not about a channel %s', (change) => {
  expect(read({ topic: 'channel', change })).toEqual([]);
});

it('takes the device where there is no camera', () => {
  const fact = { topic: 'connection', state: 'offline' } as const;
  expect(read(fact, {}, null)).toMatchObject([{ key: '["r","connection","d1"]', holds: true }]);
});
