import type { CalendarDay } from '../../domain/recording.ts';

const parts = /YYYY|YY|MM|DD|M|D/g;

/**
 * A day as the server's own settings write it (`date-format`, e.g. `MM/DD/YYYY`); undefined for a
 * pattern that does not name year, month and day once each.
 */
export function writtenDate(
  pattern: string,
  { year, month, day }: CalendarDay,
): string | undefined {
  const named = (pattern.match(parts) ?? []).map((part) => part[0]).sort();
  if (named.join('') !== 'DMY' || /[^YMD\d/. -]/.test(pattern)) return undefined;
  const two = (value: number) => String(value % 100).padStart(2, '0');
  const values: Readonly<Record<string, string>> = {
    YYYY: String(year),
    YY: two(year),
    MM: two(month),
    DD: two(day),
    M: String(month),
    D: String(day),
  };
  return pattern.replaceAll(parts, (part) => values[part] ?? '');
}

/** `2026-11-21`, which servers also take, whatever their settings. */
export function plainDate({ year, month, day }: CalendarDay): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
