const fixedOffset = /^UTC(?:([+-])(\d{2}):(\d{2}))?$/;

/** Whether it is a zone whose times can be told: an IANA name or `UTC-05:00`. */
export function isZone(zone: string): boolean {
  return fixedOffset.test(zone) || formatOf(zone) !== null;
}

/**
 * Local time minus UTC at an instant, in minutes.
 * @param zone IANA name or `UTC-05:00`; an unknown zone counts as UTC
 */
export function zoneOffsetMinutes(epochMs: number, zone: string): number {
  const fixed = fixedOffset.exec(zone);
  if (fixed !== null) {
    const minutes = Number(fixed[2] ?? 0) * 60 + Number(fixed[3] ?? 0);
    return fixed[1] === '-' ? -minutes : minutes;
  }
  const format = formatOf(zone);
  if (format === null) return 0;
  const parts = new Map(format.formatToParts(epochMs).map((part) => [part.type, part.value]));
  const field = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const asUtc = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return Math.round((asUtc - Math.floor(epochMs / 1000) * 1000) / 60_000);
}

/** ISO 8601 of an instant in a zone with milliseconds: `2026-11-20T22:14:05.123+09:00`. */
export function isoInZone(epochMs: number, zone: string): string {
  const minutes = zoneOffsetMinutes(epochMs, zone);
  return new Date(epochMs + minutes * 60_000).toISOString().slice(0, -1) + offsetText(minutes);
}

/** `22:14:05` of an instant in a zone. */
export function clockInZone(epochMs: number, zone: string): string {
  return isoInZone(epochMs, zone).slice(11, 19);
}

/**
 * `2026-11-20 22:14:05` of an instant in a zone; with the offset behind it where clocks show that time
 * twice: `2026-11-01 01:30:00 -05:00`.
 */
export function momentInZone(epochMs: number, zone: string): string {
  const at = isoInZone(epochMs, zone);
  const moment = `${at.slice(0, 10)} ${at.slice(11, 19)}`;
  return isShownTwice(epochMs, zone) ? `${moment} ${at.slice(-6)}` : moment;
}

/** No clocks go back by more than this, nor twice within it. */
const longestChangeMs = 3 * 60 * 60_000;

function isShownTwice(epochMs: number, zone: string): boolean {
  const offset = zoneOffsetMinutes(epochMs, zone);
  return [epochMs - longestChangeMs, epochMs + longestChangeMs].some((besideMs) => {
    const other = zoneOffsetMinutes(besideMs, zone);
    const againMs = epochMs + (offset - other) * 60_000;
    return other !== offset && zoneOffsetMinutes(againMs, zone) === other;
  });
}

/** `+09:00`. */
function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

/** Each weighs some kilobytes, and a device may write a zone in ever new ways. */
const mostFormats = 1000;
const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = makeFormat(zone);
  if (formats.size >= mostFormats) formats.clear();
  formats.set(zone, made);
  return made;
}

function makeFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // The device named a zone that this browser does not know.
    return null;
  }
}
