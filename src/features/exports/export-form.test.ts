import { expect, it } from 'vitest';
import { formOf, orderOf, readRange } from './export-form.ts';

const zone = 'America/New_York';
/** Clocks went back at 06:00 UTC. */
const draft = {
  fromMs: Date.UTC(2026, 10, 1, 5, 59, 30, 400),
  toMs: Date.UTC(2026, 10, 1, 6, 0, 30, 400),
  cameraIds: ['c1', 'c2'],
  zone,
};
const nowMs = Date.UTC(2026, 10, 20);

it('orders all of what was chosen, also over a change of the clocks', () => {
  const form = formOf(draft, 'Desk 2');
  expect(form).toMatchObject({
    from: '2026-11-01 01:59:30 -04:00',
    to: '2026-11-01 01:00:31 -05:00',
  });
  const { range } = readRange(form, draft, nowMs);
  expect(range).toEqual({
    fromMs: Date.UTC(2026, 10, 1, 5, 59, 30),
    toMs: Date.UTC(2026, 10, 1, 6, 0, 31),
  });
});

it.each([
  ['soon', '12:00', 'unread', null],
  ['12:00', 'later', null, 'unread'],
  ['2026-11-21 12:00', '2026-11-21 13:00', 'future', 'future'],
  ['12:00', '12:00', null, 'order'],
  ['12:00', '11:59', null, 'order'],
  ['2026-10-01 12:00', '2026-11-02 12:00', null, 'long'],
])('says what is wrong with %s to %s', (from, to, fromFault, toFault) => {
  const read = readRange({ from, to }, draft, nowMs);
  expect([read.from.fault, read.to.fault]).toEqual([fromFault, toFault]);
  expect(read.range).toBeNull();
});

it('takes a time without a day as one of the day that was chosen', () => {
  const { range } = readRange({ from: '14:05', to: '14:06:10' }, draft, nowMs);
  expect(range).toEqual({
    fromMs: Date.UTC(2026, 10, 1, 19, 5),
    toMs: Date.UTC(2026, 10, 1, 19, 6, 10),
  });
});

it('tells of a time that clocks showed twice', () => {
  expect(readRange({ from: '01:30', to: '03:00' }, draft, nowMs).from.time?.oddity).toBe('twice');
});

it('sends a password only where a device heeds it', () => {
  const form = { ...formOf(draft, ''), password: 'harbour', part: '650000000' };
  expect(orderOf(form, draft, true)).toMatchObject({ password: 'harbour', partBytes: 650_000_000 });
  expect(orderOf(form, draft, false).password).toBeNull();
  expect(orderOf({ ...form, password: '' }, draft, true).password).toBeNull();
});
