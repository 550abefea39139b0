import { epochOfLocal } from './local-time.ts';
import { isoInZone, momentInZone } from './zone-time.ts';

export interface TypedTime {
  readonly atMs: number;
  /** `twice`: clocks showed it twice and this is the first; `skipped`: they left it out. */
  readonly oddity: 'twice' | 'skipped' | null;
}

export interface TypingPlace {
  readonly zone: string;
  readonly nowMs: number;
  /** A time without a day is of the day of this instant. */
  readonly dayOfMs: number;
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A time as people type it: `14:05`, `yesterday 22:10`, `fri 7:30 pm`, `20 nov 14:05`,
 * `2026-11-20 14:05:30`, ISO with an offset, `now`, `-30s`.
 * @returns null for what is no time
 */
export function readTypedTime(text: string, place: TypingPlace): TypedTime | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  return readAgo(typed, place) ?? readInstant(typed) ?? readLocal(typed, place);
}

/**
 * An instant as it is typed, to the second: `2026-11-20 14:05:30`, with the offset where clocks
 * showed that time twice.
 */
export function typedTextOf(atMs: number, zone: string): string {
  const wholeMs = Math.floor(atMs / 1000) * 1000;
  const plain = momentInZone(wholeMs, zone);
  const read = readTypedTime(plain, { zone, nowMs: wholeMs, dayOfMs: wholeMs });
  const isSure = read?.atMs === wholeMs && read.oddity === null;
  return isSure ? plain : `${plain} ${isoInZone(wholeMs, zone).slice(-6)}`;
}

function readAgo(typed: string, { nowMs }: TypingPlace): TypedTime | null {
  if (typed === 'now') return { atMs: nowMs, oddity: null };
  const [, count, unit = ''] = /^-\s?(\d{1,6})\s?([smhd])$/.exec(typed) ?? [];
  const unitMs = units[unit];
  return unitMs === undefined ? null : { atMs: nowMs - Number(count) * unitMs, oddity: null };
}

function readInstant(typed: string): TypedTime | null {
  const form = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(z| ?[+-]\d{2}:?\d{2})$/;
  if (!form.test(typed)) return null;
  const iso = typed
    .toUpperCase()
    .replace(/^(.{10}) /, '$1T')
    .replace(' ', '');
  const atMs = Date.parse(iso);
  return Number.isNaN(atMs) ? null : { atMs, oddity: null };
}

function readLocal(typed: string, place: TypingPlace): TypedTime | null {
  const timeForm = /(?:^|[ t])(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?(am|pm))?$/;
  const match = timeForm.exec(typed);
  const dayWords = (match ? typed.slice(0, match.index) : typed).replace(/,$/, '').trim();
  const date =
    dayWords === '' ? (match ? dateOf(place.dayOfMs, place) : null) : readDay(dayWords, place);
  const time = match ? readClock(match) : '00:00:00';
  return date === null || time === null ? null : atLocal(`${date}T${time}`, place.zone);
}

function readClock([, hour = '', minute = '', second = '00', half]: RegExpExecArray):
  | string
  | null {
  const hours = Number(hour);
  const isHalf = half !== undefined;
  if (isHalf ? hours < 1 || hours > 12 : hours > 23) return null;
  if (Number(minute) > 59 || Number(second) > 59) return null;
  const whole = isHalf ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours;
  return `${two(whole)}:${minute}:${second}`;
}

/** `2026-11-20` of words for a day. */
function readDay(words: string, place: TypingPlace): string | null {
  const today = dateOf(place.nowMs, place);
  if (words === 'today') return today;
  if (words === 'yesterday') return dayBefore(today, 1);
  const weekday = weekdays.findIndex((name) => words.length >= 3 && name.startsWith(words));
  if (weekday !== -1) {
    const ago = (new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7;
    return dayBefore(today, ago);
  }
  return readDate(words, today);
}

function readDate(words: string, today: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^(\d{1,2})\.? ([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(words);
  const american = /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/.exec(words);
  const [day, name = '', year] = named
    ? [named[1], named[2], named[3]]
    : [american?.[2], american?.[1], american?.[3]];
  const month = months.indexOf(name.slice(0, 3)) + 1;
  if (day === undefined || month === 0) return null;
  const thisYear = Number(today.slice(0, 4));
  if (year !== undefined) return realDate(Number(year), month, Number(day));
  const found = realDate(thisYear, month, Number(day));
  // Without a year it is the last such day that has been.
  return found !== null && found > today ? realDate(thisYear - 1, month, Number(day)) : found;
}

function realDate(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal ? text : null;
}

function atLocal(local: string, zone: string): TypedTime | null {
  const atMs = epochOfLocal(local, zone);
  if (atMs === null) return null;
  const shows = (ms: number) => isoInZone(ms, zone).startsWith(local);
  if (!shows(atMs)) return { atMs, oddity: 'skipped' };
  // Clocks go back by half an hour or an hour, so that it would be there again within two.
  const again = [30, 60, 120].some((minutes) => shows(atMs + minutes * 60_000));
  return { atMs, oddity: again ? 'twice' : null };
}

function dateOf(atMs: number, { zone }: TypingPlace): string {
  return isoInZone(atMs, zone).slice(0, 10);
}

function dayBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
