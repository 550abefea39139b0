import { describe, expect, it } from 'vitest';
import { momentInZone } from './zone-time.ts';

const newYork = 'America/New_York';
const minuteMs = 60_000;

describe('a moment', () => {
  it.each([
    ['2026-11-01T04:30:00Z', newYork, '2026-11-01 00:30:00'],
    ['2026-11-01T04:59:59Z', newYork, '2026-11-01 00:59:59'],
    ['2026-11-01T05:00:00Z', newYork, '2026-11-01 01:00:00 -04:00'],
    ['2026-11-01T05:30:00Z', newYork, '2026-11-01 01:30:00 -04:00'],
    ['2026-11-01T06:30:00Z', newYork, '2026-11-01 01:30:00 -05:00'],
    ['2026-11-01T06:59:59Z', newYork, '2026-11-01 01:59:59 -05:00'],
    ['2026-11-01T07:00:00Z', newYork, '2026-11-01 02:00:00'],
    ['2026-03-08T06:59:59Z', newYork, '2026-03-08 01:59:59'],
    ['2026-03-08T07:00:00Z', newYork, '2026-03-08 03:00:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25 02:30:00 +02:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25 02:30:00 +01:00'],
    // Half an hour only.
    ['2026-04-04T14:45:00Z', 'Australia/Lord_Howe', '2026-04-05 01:45:00 +11:00'],
    ['2026-04-04T15:15:00Z', 'Australia/Lord_Howe', '2026-04-05 01:45:00 +10:30'],
    ['2026-04-04T15:30:00Z', 'Australia/Lord_Howe', '2026-04-05 02:00:00'],
    ['2026-11-01T06:30:00Z', 'UTC-05:00', '2026-11-01 01:30:00'],
  ])('%s in %s is %s', (instant, zone, text) => {
    expect(momentInZone(Date.parse(instant), zone)).toBe(text);
  });

  it.each([
    ['2026-10-31T12:00:00Z', newYork],
    ['2026-03-08T00:00:00Z', newYork],
  ])('of the minutes after %s in %s is never that of another', (from, zone) => {
    const day = Array.from({ length: 26 * 60 }, (_, at) => Date.parse(from) + at * minuteMs);
    expect(new Set(day.map((ms) => momentInZone(ms, zone))).size).toBe(day.length);
  });
});
