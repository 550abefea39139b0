const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, for making one costs more than all else that an event takes. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

const quarterMs = 900_000;
const mostKnown = 20_000;
const offsets = new Map<string, number>();

/**
 * How far a zone is ahead of UTC at an instant, in minutes. Kept by the quarter of an hour, within
 * which no clock changes: lists of recordings ask for thousands.
 */
export function zoneOffsetMinutes(zone: string, epochMs: number): number {
  const quarter = Math.floor(epochMs / quarterMs);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostKnown) offsets.clear();
  const minutes = offsetMinutesAt(zone, quarter * quarterMs);
  offsets.set(key, minutes);
  return minutes;
}

function offsetMinutesAt(zone: string, epochMs: number): number {
  const parts = formatOf(zone).formatToParts(new Date(epochMs));
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return Math.round((local - Math.floor(epochMs / 1000) * 1000) / 60_000);
}

/** `-05:00`. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** ISO 8601 with milliseconds and the zone's offset, as the document's samples write it. */
export function zonedIso(zone: string, epochMs: number): string {
  const minutes = zoneOffsetMinutes(zone, epochMs);
  return new Date(epochMs + minutes * 60_000).toISOString().replace('Z', offsetText(minutes));
}

const written =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** The instant of a time in ISO 8601, which is local where it names no offset; null for any other text. */
export function readInstant(zone: string, text: string): number | null {
  // A plus sign that was not encoded has become a blank on the way.
  const [, local = '', offset] = written.exec(text.replace(' ', '+')) ?? [];
  const wallMs = Date.parse(`${local}Z`);
  if (Number.isNaN(wallMs)) return null;
  if (offset === 'Z') return wallMs;
  if (offset !== undefined) {
    const [hours = '0', minutes = '0'] = offset.slice(1).match(/\d\d/g) ?? [];
    const size = Number(hours) * 60 + Number(minutes);
    return wallMs - (offset.startsWith('-') ? -size : size) * 60_000;
  }
  const guess = wallMs - zoneOffsetMinutes(zone, wallMs) * 60_000;
  return wallMs - zoneOffsetMinutes(zone, guess) * 60_000;
}

/** The clock of a zone at an instant, in the UTC fields of a Date. */
export function wallDate(zone: string, epochMs: number): Date {
  return new Date(epochMs + zoneOffsetMinutes(zone, epochMs) * 60_000);
}
