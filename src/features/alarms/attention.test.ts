import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { AlarmBell, type BellState } from './alarm-bell.ts';
import { Announcer } from './announcer.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const calm: BellState = { loudest: 2, hasNew: false, isFlood: false };

test('rings at once, and again every ten seconds until nobody has to be told', () => {
  const ring = vi.fn();
  const bell = new AlarmBell(ring);
  bell.follow({ ...calm, hasNew: true });
  expect(ring.mock.calls).toEqual([[2]]);
  bell.follow(calm);
  vi.advanceTimersByTime(9999);
  expect(ring).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledTimes(2);
  bell.follow({ ...calm, loudest: null });
  vi.advanceTimersByTime(60_000);
  expect(ring).toHaveBeenCalledTimes(2);
});

test('a new one does not wait for the repetition, a more urgent one for nothing', () => {
  const ring = vi.fn();
  const bell = new AlarmBell(ring);
  bell.follow({ ...calm, hasNew: true });
  vi.advanceTimersByTime(100);
  bell.follow({ ...calm, hasNew: true });
  vi.advanceTimersByTime(1899);
  expect(ring).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledTimes(2);
  bell.follow({ ...calm, loudest: 1, hasNew: true });
  expect(ring.mock.calls.at(-1)).toEqual([1]);
  bell.end();
});

test('in a flood no new one sounds beyond the repetition', () => {
  const ring = vi.fn();
  const bell = new AlarmBell(ring);
  for (let second = 0; second < 10; second += 1) {
    bell.follow({ loudest: 2, hasNew: true, isFlood: true });
    vi.advanceTimersByTime(990);
  }
  expect(ring).toHaveBeenCalledTimes(1);
  bell.end();
});

test('says the first at once, and the others together, once in five seconds', () => {
  const said: string[][] = [];
  const announcer = new Announcer((alarms) => said.push(alarms.map(({ id }) => id)));
  announcer.hear([]);
  announcer.hear([alarmOf('a')]);
  announcer.hear([alarmOf('b')]);
  vi.advanceTimersByTime(3000);
  announcer.hear([alarmOf('c'), alarmOf('d')]);
  vi.advanceTimersByTime(1999);
  expect(said).toEqual([['a']]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual([['a'], ['b', 'c', 'd']]);
  vi.advanceTimersByTime(60_000);
  announcer.hear([alarmOf('e')]);
  expect(said.at(-1)).toEqual(['e']);
  announcer.end();
});
