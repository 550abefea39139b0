import { expect, test } from 'vitest';
import { needsAcknowledgement, offeredActions } from './alarm-offer.ts';

const by = { id: 'g', name: 'Guard' };
const fresh = { acknowledged: null, active: true, aside: null, closed: null, owner: null };
const seen = { by, atMs: 1, reason: null };
const shelved = { kind: 'shelved', untilMs: 9, reason: 'paint', by } as const;

test.each([
  ['a new one', fresh, ['acknowledge', 'claim', 'forward', 'shelve', 'out-of-service', 'note']],
  [
    'one that has passed and was seen',
    { ...fresh, active: false, acknowledged: seen, owner: by },
    ['forward', 'shelve', 'out-of-service', 'note', 'close'],
  ],
  [
    'one on the shelf',
    { ...fresh, aside: shelved },
    ['acknowledge', 'claim', 'forward', 'unshelve', 'note'],
  ],
  [
    'one out of service',
    { ...fresh, aside: { kind: 'out-of-service', reason: 'no lens', by } as const },
    ['acknowledge', 'claim', 'forward', 'in-service', 'note'],
  ],
  ['one that is closed', { ...fresh, closed: { by, atMs: 2 } }, []],
] as const)('offers what can be done to %s', (_, alarm, offered) => {
  expect(offeredActions(alarm, 'g')).toEqual(offered);
});

test('only what nobody has seen, and is not aside, wants to be acknowledged', () => {
  expect(needsAcknowledgement(fresh)).toBe(true);
  expect(needsAcknowledgement({ ...fresh, active: false })).toBe(true);
  expect(needsAcknowledgement({ ...fresh, acknowledged: seen })).toBe(false);
  expect(needsAcknowledgement({ ...fresh, aside: shelved })).toBe(false);
});
