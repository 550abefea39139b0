import { describe, expect, it } from 'vitest';
import { readLocalClock, zoneOffsetMinutes } from './device-clock.ts';

describe('readLocalClock', () => {
  it.each([
    ['Apr 03, 2003 15:16:04\r\n', '2003-04-03T15:16:04.000Z'],
    ['Feb 29, 2024 00:00:00\n', '2024-02-29T00:00:00.000Z'],
    ['Dec 31, 2099 23:59:59', '2099-12-31T23:59:59.000Z'],
    ['Sep  7, 2016 9:05:00', '2016-09-07T09:05:00.000Z'],
  ])('reads %j', (text, iso) => {
    expect(new Date(readLocalClock(text, 'x')).toISOString()).toBe(iso);
  });

  it.each([
    'Feb 30, 2024 00:00:00',
    'Foo 03, 2003 15:16:04',
    'Apr 03, 2003 24:00:00',
    'Apr 03, 2003 15:60:00',
    'Jan 01, 0000 00:00:00',
    '2003-04-03 15:16:04',
    'OK',
  ])('refuses %j', (text) => {
    expect(() => readLocalClock(text, 'x')).toThrow(
      expect.objectContaining({ kind: 'malformed-reply', reason: 'unexpected-reply' }),
    );
  });
});

describe('zoneOffsetMinutes', () => {
  it.each([
    ['GMT', 0],
    ['GMT+0', 0],
    ['GMT-0', 0],
    ['GMT+8', 480],
    ['GMT-6', -360],
    ['GMT-12', -720],
    ['GMT+13', 780],
    ['GMT+05', 300],
    ['GMT+5:30', 330],
    ['GMT-3:30', -210],
    [' gmt+1 ', 60],
  ])('reads %j as minutes east', (zone, minutes) => {
    expect(zoneOffsetMinutes(zone)).toBe(minutes);
  });

  it.each([undefined, '', '8', 'CST', 'GMT+15', 'GMT+5:75', 'GMT+8 Taipei'])(
    'does not guess %j',
    (zone) => {
      expect(zoneOffsetMinutes(zone)).toBeUndefined();
    },
  );
});
