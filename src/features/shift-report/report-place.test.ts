import { describe, expect, it } from 'vitest';
import { type RangeFault, rangeOf, typedPlace } from './report-place.ts';

const zone = 'Europe/Berlin';
const hour = 60 * 60_000;
const at = (text: string) => Date.parse(text);
const nowMs = at('2026-11-26T15:30:10Z');
const place = (span: 'typed' | '8h' | '12h' | 'yesterday', from = '', to = '') => ({
  ...{ span, from, to },
});

describe('the time of a report', () => {
  it('is this shift, by instants', () => {
    expect(rangeOf(place('8h'), zone, nowMs)).toEqual({ fromMs: nowMs - 8 * hour, toMs: nowMs });
    expect(rangeOf(place('12h'), zone, nowMs)).toEqual({ fromMs: nowMs - 12 * hour, toMs: nowMs });
  });

  it.each([
    ['an ordinary day', '2026-11-26T15:30:10Z', '2026-11-24T23:00Z', 24],
    ['a day of 25 hours', '2026-10-26T08:00Z', '2026-10-24T22:00Z', 25],
    ['a day of 23 hours', '2026-03-30T08:00Z', '2026-03-28T23:00Z', 23],
    ['the last hour before midnight', '2026-11-26T22:59Z', '2026-11-24T23:00Z', 24],
    ['the first after it', '2026-11-26T23:01Z', '2026-11-25T23:00Z', 24],
  ])('is yesterday: %s', (_, now, from, hours) => {
    expect(rangeOf(place('yesterday'), zone, at(now))).toEqual({
      ...{ fromMs: at(from), toMs: at(from) + hours * hour },
    });
  });

  it('is what was typed, in the time of the site', () => {
    const typed = place('typed', '2026-11-26T06:00', '2026-11-26T14:00');
    const range = { fromMs: at('2026-11-26T05:00Z'), toMs: at('2026-11-26T13:00Z') };
    expect(rangeOf(typed, zone, nowMs)).toEqual(range);
    expect(typedPlace(range, zone)).toEqual(typed);
    const inside = { fromMs: range.fromMs + 59_999, toMs: range.toMs - 59_999 };
    expect(typedPlace(inside, zone)).toEqual(typed);
  });

  it.each([
    ['missing', '', '2026-11-26T14:00'],
    ['backwards', '2026-11-26T14:00', '2026-11-26T14:00'],
    ['future', '2026-11-26T17:00', '2026-11-26T18:00'],
    ['too-long', '2026-10-01T00:00', '2026-11-26T00:00'],
  ] as [RangeFault, string, string][])('is none: %s', (fault, from, to) => {
    expect(rangeOf(place('typed', from, to), zone, nowMs)).toBe(fault);
  });
});
