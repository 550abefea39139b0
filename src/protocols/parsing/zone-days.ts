import type { CalendarDay, TimeRange } from '../../domain/recording.ts';
import { isoInZone, zoneOffsetMinutes } from '../../domain/zone-time.ts';

const minuteMs = 60_000;

/** The day that a zone's calendar shows at an instant. */
export function dayInZone(epochMs: number, zone: string): CalendarDay {
  const [year = 0, month = 0, day = 0] = isoInZone(epochMs, zone)
    .slice(0, 10)
    .split('-')
    .map(Number);
  return { year, month, day };
}

/** Days as a number that grows, so that they can be sorted and told apart. */
export function dayOrder({ year, month, day }: CalendarDay): number {
  return (year * 100 + month) * 100 + day;
}

/**
 * Cuts a range where the clocks of a zone change, and into pieces of at most `mostMs`: within a
 * piece no local time occurs twice. None of the changes of a zone lie within days of each other.
 */
export function zonePieces(range: TimeRange, mostMs: number, zone: string): readonly TimeRange[] {
  const pieces: TimeRange[] = [];
  let { fromMs } = range;
  while (fromMs < range.toMs) {
    const longest = Math.min(fromMs + mostMs, range.toMs);
    const toMs = clockChange(fromMs, longest, zone);
    pieces.push({ fromMs, toMs });
    fromMs = toMs;
  }
  return pieces;
}

/** The first full minute at which clocks show another offset than at the beginning; `toMs` where none. */
function clockChange(fromMs: number, toMs: number, zone: string): number {
  const before = zoneOffsetMinutes(fromMs, zone);
  if (zoneOffsetMinutes(toMs - 1, zone) === before) return toMs;
  let early = Math.floor(fromMs / minuteMs);
  let late = Math.ceil(toMs / minuteMs);
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (zoneOffsetMinutes(middle * minuteMs, zone) === before) early = middle;
    else late = middle;
  }
  return Math.min(late * minuteMs, toMs);
}
