import { replyLines, something } from './text-reply.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const dateLine = /^([A-Z]{3})[a-z]*\.? +(\d{1,2}), *(\d{4}) +(\d{1,2}):(\d{2}):(\d{2})$/i;
const zonePattern = /^(?:GMT|UTC)(?:([+-])(\d{1,2})(?:[:.]?(\d{2}))?)?$/i;

/** Farthest west and east that the document allows, and the hour that summer time may add. */
const farthestMinutes = 14 * 60;

/**
 * The wall clock of "Get system date and time" (5.1.14.1), as if it were UTC, in epoch ms: the reply
 * does not say its zone.
 */
export function readLocalClock(text: string, operation: string): number {
  const line = replyLines(text, operation).find((one) => dateLine.test(one)) ?? '';
  const [, name = '', ...numbers] = dateLine.exec(line) ?? [];
  const month = months.indexOf(name.toLowerCase());
  const [day = 0, year = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number);
  const at = new Date(Date.UTC(year, month, day, hour, minute, second));
  // The engine turns 31 February into 3 March; a device that says so has no clock worth reading.
  const isDate = at.getUTCMonth() === month && at.getUTCDate() === day;
  const isTime = hour < 24 && minute < 60 && second < 60;
  return something(isDate && isTime && year >= 1970 ? at.getTime() : undefined, operation);
}

/**
 * Minutes east of UTC of `Time.TimeZone`. `GMT+8` is eight hours east, not west as in POSIX: the
 * documented range, -12 to +13, is that of the civil zones (5.1.14.2).
 */
export function zoneOffsetMinutes(zone: string | undefined): number | undefined {
  const [whole, sign, hours = '0', minutes = '0'] = zonePattern.exec(zone?.trim() ?? '') ?? [];
  if (whole === undefined || Number(minutes) > 59) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > farthestMinutes) return undefined;
  return sign === '-' && total > 0 ? -total : total;
}
