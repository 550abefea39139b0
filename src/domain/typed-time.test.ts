import { expect, test } from 'vitest';
import { readTypedTime, typedTextOf } from './typed-time.ts';

const zone = 'America/New_York';
/** A Friday, 10:00 in New York. */
const nowMs = Date.parse('2026-11-20T10:00:00-05:00');
const place = { zone, nowMs, dayOfMs: Date.parse('2026-11-18T23:30:00-05:00') };

const read = (text: string) => {
  const time = readTypedTime(text, place);
  return time && new Date(time.atMs).toISOString();
};

test.each([
  ['14:05', '2026-11-18T19:05:00.000Z'],
  ['9:05:30', '2026-11-18T14:05:30.000Z'],
  ['2:05 pm', '2026-11-18T19:05:00.000Z'],
  ['12:10am', '2026-11-18T05:10:00.000Z'],
  ['today 8:00', '2026-11-20T13:00:00.000Z'],
  ['Yesterday  22:10', '2026-11-20T03:10:00.000Z'],
  ['yesterday', '2026-11-19T05:00:00.000Z'],
  ['fri 07:00', '2026-11-20T12:00:00.000Z'],
  ['saturday 7:30 PM', '2026-11-15T00:30:00.000Z'],
  ['20 Nov 14:05', '2026-11-20T19:05:00.000Z'],
  ['Nov 20, 14:05', '2026-11-20T19:05:00.000Z'],
  ['24 december 12:00', '2025-12-24T17:00:00.000Z'],
  ['1 jan 2026 00:30', '2026-01-01T05:30:00.000Z'],
  ['2026-11-20 14:05', '2026-11-20T19:05:00.000Z'],
  ['2026-11-20T14:05:07', '2026-11-20T19:05:07.000Z'],
  ['2026-11-20T14:05:07.250Z', '2026-11-20T14:05:07.250Z'],
  ['2026-11-20 14:05 +01:00', '2026-11-20T13:05:00.000Z'],
  ['now', '2026-11-20T15:00:00.000Z'],
  ['-30s', '2026-11-20T14:59:30.000Z'],
  ['- 2 h', '2026-11-20T13:00:00.000Z'],
])('reads "%s"', (text, iso) => {
  expect(read(text)).toBe(iso);
});

test.each(['', 'soon', '25:00', '14:60', '13:00 pm', '2026-02-30 10:00', '31 foo 10:00', '14'])(
  'takes "%s" for no time',
  (text) => {
    expect(read(text)).toBeNull();
  },
);

test('says of an hour that comes twice that it means the first', () => {
  const time = readTypedTime('2026-11-01 01:30', place);
  expect(time).toEqual({ atMs: Date.parse('2026-11-01T01:30:00-04:00'), oddity: 'twice' });
  const second = readTypedTime('2026-11-01 01:30 -05:00', place);
  expect(second).toEqual({ atMs: Date.parse('2026-11-01T01:30:00-05:00'), oddity: null });
});

test('says of an hour that is left out that there is none', () => {
  const time = readTypedTime('2026-03-08 02:30', place);
  expect(time).toEqual({ atMs: Date.parse('2026-03-08T03:30:00-04:00'), oddity: 'skipped' });
});

test('goes by the days of the calendar, however many hours they have', () => {
  const monday = { zone, nowMs: Date.parse('2026-11-02T00:30:00-05:00'), dayOfMs: nowMs };
  expect(readTypedTime('yesterday 00:30', monday)?.atMs).toBe(
    Date.parse('2026-11-01T00:30:00-04:00'),
  );
});

test('an instant is written so that it is read as the same one, also in an hour that came twice', () => {
  const zone = 'America/New_York';
  // Clocks went back from 02:00 to 01:00 at 06:00 UTC.
  const atMs = Date.UTC(2026, 10, 1, 4, 30, 7, 250);
  const texts = Array.from({ length: 6 }, (_, hour) => {
    const text = typedTextOf(atMs + hour * 3_600_000, zone);
    const read = readTypedTime(text, { zone, nowMs: 0, dayOfMs: 0 });
    expect(read?.atMs).toBe(atMs - 250 + hour * 3_600_000);
    return text;
  });
  expect(texts.slice(0, 4)).toEqual([
    '2026-11-01 00:30:07',
    '2026-11-01 01:30:07 -04:00',
    '2026-11-01 01:30:07 -05:00',
    '2026-11-01 02:30:07',
  ]);
});
