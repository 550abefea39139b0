import { epochOfLocal } from '../../domain/local-time.ts';
import type { TimelineView } from './timeline-axis.ts';

const dayMs = 24 * 3_600_000;

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

/** Weeks of days such as `2026-11-01` that begin on Monday; null beside the first and the last day. */
export function weeksOfMonth(month: Month): (string | null)[][] {
  const first = new Date(Date.UTC(month.year, month.month - 1, 1));
  const before = (first.getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(month.year, month.month, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - before + 1;
      return day < 1 || day > count ? null : `${textOf(month)}-${twoDigits(day)}`;
    }),
  );
}

/** So many days before or after a day. */
export function dayBeside(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);
}

/** Of two days the one that comes first. */
export function earlierDay(one: string, other: string): string {
  return [one, other].sort()[0] ?? one;
}

/** Where a key leads from a day, as calendars have it; null for a key that leads nowhere. */
export function dayByKey(key: string, day: string): string | null {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (key) {
    case 'ArrowLeft':
      return dayBeside(day, -1);
    case 'ArrowRight':
      return dayBeside(day, 1);
    case 'ArrowUp':
      return dayBeside(day, -7);
    case 'ArrowDown':
      return dayBeside(day, 7);
    case 'Home':
      return dayBeside(day, -weekday);
    case 'End':
      return dayBeside(day, 6 - weekday);
    case 'PageUp':
      return sameDayOf(monthBeside(monthOf(day), -1), day);
    case 'PageDown':
      return sameDayOf(monthBeside(monthOf(day), 1), day);
    default:
      return null;
  }
}

/** The last day of a month that is too short for it. */
export function sameDayOf(month: Month, day: string): string {
  const count = new Date(Date.UTC(month.year, month.month, 0)).getUTCDate();
  return `${textOf(month)}-${twoDigits(Math.min(count, Number(day.slice(8))))}`;
}

/** `2026-11`. */
export function textOf({ year, month }: Month): string {
  return `${year}-${twoDigits(month)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
