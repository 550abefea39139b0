import { describe, expect, it } from 'vitest';
import { deviceZone, instantMs, offsetMinutes } from './device-time.ts';
import { percentText } from './percent-text.ts';

describe('offsetMinutes', () => {
  it.each([
    ['Z', 0],
    ['-05:00', -300],
    ['+09:00', 540],
    ['+0530', 330],
    ['-0330', -210],
    ['+13', 780],
    ['-00:00', 0],
    ['+14:00', 840],
  ])('reads %s as %i', (text, minutes) => {
    expect(offsetMinutes(text)).toBe(minutes);
  });

  it.each(['-059:00', '+5', '05:00', '+05:60', '+15:00', '+99:99', '', 'EST', '+05:00 '])(
    'does not guess at %j',
    (text) => {
      expect(offsetMinutes(text)).toBeUndefined();
    },
  );
});

describe('instantMs', () => {
  it.each([
    ['2020-03-25T10:07:09.646-05:00', '2020-03-25T15:07:09.646Z'],
    ['2020-03-25T10:07:09-0500', '2020-03-25T15:07:09Z'],
    ['2020-03-25T10:07:09+09', '2020-03-25T01:07:09Z'],
    ['2020-03-25T10:07:09Z', '2020-03-25T10:07:09Z'],
  ])('reads %s', (text, utc) => {
    expect(instantMs(text)).toBe(Date.parse(utc));
  });

  it.each([
    '2020-03-25T10:07:09.646',
    '2018-01-31T23:59:59.999-059:00',
    '2020-13-25T10:07:09Z',
    '',
  ])('does not guess at %j', (text) => {
    expect(instantMs(text)).toBeUndefined();
  });
});

describe('deviceZone', () => {
  it.each([
    ['America/New_York', '-05:00', { name: 'America/New_York', offsetMinutes: -300 }],
    ['Asia/Seoul', undefined, { name: 'Asia/Seoul' }],
    ['Asia/Seoul', '-059:00', { name: 'Asia/Seoul' }],
    ['UTC-05:00', undefined, { offsetMinutes: -300 }],
    ['UTC+0530', '+05:30', { offsetMinutes: 330 }],
    ['Eastern Standard Time', '-05:00', { offsetMinutes: -300 }],
    ['Nowhere/Land', ' Z ', { offsetMinutes: 0 }],
    [undefined, undefined, undefined],
    ['', '-059:00', undefined],
  ])('makes of %j and %j the zone %j', (name, bias, zone) => {
    expect(deviceZone(name, bias)).toEqual(zone);
  });
});

describe('percentText', () => {
  it.each([
    ['My%20home%20server', 'My home server'],
    ['192%2E168%2E0%2E111', '192.168.0.111'],
    ['%ED%98%84%EA%B4%80', '현관'],
    ['50%2525', '50%25'],
    ['Front door', 'Front door'],
    ['Gate 50%20', 'Gate 50%20'],
    ['100%', '100%'],
    ['%FF', '%FF'],
    ['현관%20', '현관%20'],
    ['', ''],
  ])('reads %j as %j', (text, plain) => {
    expect(percentText(text)).toBe(plain);
  });
});
