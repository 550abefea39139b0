import type { DeviceZone } from '../../domain/device-identity.ts';

/** Farthest from UTC that any zone lies. */
const farthestMinutes = 14 * 60;
const offsetPattern = /^([+-])(\d{2})(?::?(\d{2}))?$/;
const instantPattern =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * Minutes east of UTC of `Z`, `±hh:mm`, `±hhmm` or `±hh` ("Date and time notation in ISO 8601
 * format"); undefined for anything else, such as the `-059:00` that the document itself prints.
 */
export function offsetMinutes(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [, sign, hours, minutes = '0'] = offsetPattern.exec(text) ?? [];
  if (sign === undefined || Number(minutes) > 59) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > farthestMinutes) return undefined;
  return sign === '-' && total > 0 ? -total : total;
}

/** The offset at the end of a timestamp, in minutes; undefined where it says none that can be. */
export function trailingOffset(text: string): number | undefined {
  return offsetMinutes(/(?:Z|[+-][\d:]+)$/.exec(text.slice(10))?.[0] ?? '');
}

/** Epoch ms of a timestamp that says its offset; a server-local one needs a zone and is left out. */
export function instantMs(text: string): number | undefined {
  const [, local, offset] = instantPattern.exec(text) ?? [];
  if (local === undefined || offset === undefined) return undefined;
  const minutes = offsetMinutes(offset);
  const localMs = Date.parse(`${local}Z`);
  if (minutes === undefined || Number.isNaN(localMs)) return undefined;
  return localMs - minutes * 60_000;
}

/** An instant as every request takes it. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * The zone of "Server-side time zone". The name may be `UTC-05:00` instead of an IANA name; it then
 * serves as the offset. A name that this machine cannot resolve is left out.
 */
export function deviceZone(
  name: string | undefined,
  bias: string | undefined,
): DeviceZone | undefined {
  const named = name !== undefined && isZoneName(name) ? name : undefined;
  const offset =
    offsetMinutes(bias?.trim() ?? '') ??
    offsetMinutes(name?.trim().replace(/^(?:UTC|GMT)/i, '') ?? '');
  if (named === undefined && offset === undefined) return undefined;
  return { name: named, offsetMinutes: offset };
}

function isZoneName(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // Not a zone that the engine knows, e.g. a Windows zone name: the offset has to do.
    return false;
  }
}
