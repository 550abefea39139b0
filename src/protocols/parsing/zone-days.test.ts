import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOffsetMinutes } from '../../domain/zone-time.ts';
import { dayInZone, zonePieces } from './zone-days.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const at = (text: string) => Date.parse(text);

describe('zonePieces', () => {
  it.each([
    [
      'America/New_York',
      '2026-11-01T00:00-04:00',
      '2026-11-02T00:00-05:00',
      '2026-11-01T06:00Z',
      25,
    ],
    [
      'America/New_York',
      '2026-03-08T00:00-05:00',
      '2026-03-09T00:00-04:00',
      '2026-03-08T07:00Z',
      23,
    ],
    ['Europe/Berlin', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', '2026-10-25T01:00Z', 25],
    ['Europe/Berlin', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', '2026-03-29T01:00Z', 23],
    [
      'Australia/Lord_Howe',
      '2026-04-05T00:00+11:00',
      '2026-04-06T00:00+10:30',
      '2026-04-04T15:00Z',
      24.5,
    ],
  ])('cuts a day of %s where its clocks change', (zone, from, to, change, hours) => {
    const range = { fromMs: at(from), toMs: at(to) };
    expect((range.toMs - range.fromMs) / hourMs).toBe(hours);
    expect(zonePieces(range, 3 * dayMs, zone)).toEqual([
      { fromMs: range.fromMs, toMs: at(change) },
      { fromMs: at(change), toMs: range.toMs },
    ]);
  });

  it('leaves no time out, asks for none twice, and has no local time twice in a piece', () => {
    const zones = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC-03:30');
    const year = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2026-12-31T00:00Z') });
    const length = fc.integer({ min: 1, max: 60 * dayMs });
    fc.assert(
      fc.property(zones, year, length, (zone, fromMs, lengthMs) => {
        const pieces = zonePieces({ fromMs, toMs: fromMs + lengthMs }, 3 * dayMs, zone);
        expect(pieces[0]?.fromMs).toBe(fromMs);
        expect(pieces.at(-1)?.toMs).toBe(fromMs + lengthMs);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.toMs - piece.fromMs).toBeGreaterThan(0);
          expect(piece.toMs - piece.fromMs).toBeLessThanOrEqual(3 * dayMs);
          expect(pieces[index + 1]?.fromMs ?? piece.toMs).toBe(piece.toMs);
          const offsets = [piece.fromMs, piece.toMs - 1].map((ms) => zoneOffsetMinutes(ms, zone));
          expect(new Set(offsets).size).toBe(1);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('has none of an empty range', () => {
    expect(zonePieces({ fromMs: 5, toMs: 5 }, dayMs, 'UTC')).toEqual([]);
  });
});

describe('dayInZone', () => {
  it.each([
    ['2026-11-01T03:59:59Z', 'America/New_York', [2026, 10, 31]],
    ['2026-11-01T04:00:00Z', 'America/New_York', [2026, 11, 1]],
    ['2026-11-02T04:59:59Z', 'America/New_York', [2026, 11, 1]],
    ['2026-01-01T00:00:00Z', 'UTC-00:30', [2025, 12, 31]],
  ])('%s in %s', (text, zone, [year, month, day]) => {
    expect(dayInZone(at(text), zone)).toEqual({ year, month, day });
  });
});
