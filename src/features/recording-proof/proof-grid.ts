import type { TimeRange } from '../../domain/recording.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import { hourMs } from './proof-week.ts';

/** An hour as clocks show it; `again` where they were set back and show it once more. */
export interface HourColumn {
  readonly hour: string;
  readonly again: boolean;
}

export interface DayRow {
  /** `2026-11-20`. */
  readonly day: string;
  /** By column, which hour of the range it is; null where that day had none. */
  readonly hours: readonly (number | null)[];
}

export interface ProofGrid {
  readonly columns: readonly HourColumn[];
  readonly rows: readonly DayRow[];
}

/**
 * The hours of a range under the hours of clocks in a zone, a row for each day. A day of 25 hours
 * has a column more, which other days leave out, as a day of 23 hours leaves out another.
 */
export function proofGrid({ fromMs, toMs }: TimeRange, zone: string): ProofGrid {
  const byDay = new Map<string, Map<string, number>>();
  for (let index = 0; fromMs + index * hourMs < toMs; index += 1) {
    const iso = isoInZone(fromMs + index * hourMs, zone);
    const day = iso.slice(0, 10);
    const hours = byDay.get(day) ?? new Map<string, number>();
    const hour = iso.slice(11, 13);
    hours.set(hours.has(hour) ? `${hour}+` : hour, index);
    byDay.set(day, hours);
  }
  const usual = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  const shown = [...byDay.values()].flatMap((hours) => [...hours.keys()]);
  // A plus sorts behind the end of a text: `02`, `02+`, `03`.
  const keys = [...new Set([...usual, ...shown])].sort();
  return {
    columns: keys.map((key) => ({ hour: key.slice(0, 2), again: key.endsWith('+') })),
    rows: [...byDay].map(([day, hours]) => ({
      day,
      hours: keys.map((key) => hours.get(key) ?? null),
    })),
  };
}
