import { epochOfLocal } from '../../domain/local-time.ts';
import type { TimelineView } from './timeline-axis.ts';

export interface Month {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
}

export function monthOf(iso: string): Month {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)) };
}

export function monthBeside({ year, month }: Month, by: 1 | -1): Month {
  const date = new Date(Date.UTC(year, month - 1 + by, 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** From its first midnight to that of the next, by the clocks of a zone. */
export function monthRange(month: Month, zone: string): TimelineView {
  const begin = (of: Month) => epochOfLocal(`${textOf(of)}-01T00:00`, zone) ?? 0;
  return { fromMs: begin(month), toMs: begin(monthBeside(month, 1)) };
}

/** `2026-11-01` and the days after it, behind empty places up to its weekday; weeks begin on Monday. */
export function daysOfMonth(month: Month): (string | null)[] {
  const first = new Date(Date.UTC(month.year, month.month - 1, 1));
  const before = (first.getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(month.year, month.month, 0)).getUTCDate();
  const days = Array.from(
    { length: count },
    (_, at) => `${textOf(month)}-${String(at + 1).padStart(2, '0')}`,
  );
  return [...Array.from({ length: before }, () => null), ...days];
}

function textOf({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
