import { zoneOffsetMinutes } from '../../domain/zone-time.ts';

export const dayMs = 86_400_000;

const quarterMs = 900_000;
const mostKnown = 20_000;
const offsets = new Map<string, number>();

/** Kept by the quarter of an hour, within which no clock changes: there are thousands of files. */
function offsetMs(epochMs: number, zone: string): number {
  const quarter = Math.floor(epochMs / quarterMs);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostKnown) offsets.clear();
  const offset = zoneOffsetMinutes(quarter * quarterMs, zone) * 60_000;
  offsets.set(key, offset);
  return offset;
}

/** An instant as its zone's wall clock shows it, put into the UTC fields of a Date. */
export function wallClock(epochMs: number, zone: string): Date {
  return new Date(epochMs + offsetMs(epochMs, zone));
}

/** The instant at which a zone's wall clock shows a time, given as the UTC fields of a Date. */
export function instantOf(wallMs: number, zone: string): number {
  const guess = wallMs - offsetMs(wallMs, zone);
  return wallMs - offsetMs(guess, zone);
}

export const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A date in a pattern such as `MM/DD/YYYY`. */
export function writeDate(wall: Date, pattern: string): string {
  return pattern
    .replace('YYYY', String(wall.getUTCFullYear()))
    .replace('YY', twoDigits(wall.getUTCFullYear() % 100))
    .replace('MM', twoDigits(wall.getUTCMonth() + 1))
    .replace('DD', twoDigits(wall.getUTCDate()));
}

/** Midnight of a date in a pattern, as UTC milliseconds of the wall clock; null when it is no such date. */
export function readDate(text: string, pattern: string): number | null {
  const names = pattern.match(/YYYY|YY|MM|DD/g) ?? [];
  const values = text.split(/\D+/).map(Number);
  if (values.length !== 3 || !/^\d+\D+\d+\D+\d+$/.test(text)) return null;
  const of = (name: string): number => values[names.findIndex((one) => one.startsWith(name))] ?? 0;
  const year = of('YY') < 100 ? 2000 + of('YY') : of('YY');
  const at = Date.UTC(year, of('MM') - 1, of('DD'));
  const date = new Date(at);
  return date.getUTCMonth() === of('MM') - 1 && date.getUTCDate() === of('DD') ? at : null;
}
