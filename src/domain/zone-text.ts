import type { DeviceZone } from './device-identity.ts';

/** An IANA name, else `UTC-05:00`; undefined where the device gave neither. */
export function zoneText(zone: DeviceZone | undefined): string | undefined {
  if (zone?.name !== undefined && isZoneName(zone.name)) return zone.name;
  if (zone?.offsetMinutes === undefined) return undefined;
  const minutes = Math.abs(zone.offsetMinutes);
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `UTC${zone.offsetMinutes < 0 ? '-' : '+'}${hours}:${String(minutes % 60).padStart(2, '0')}`;
}

/** There are some six hundred; a device may write them in ever new ways. */
const mostNames = 2000;
const known = new Map<string, boolean>();

/** Remembered, for to ask costs more than to read an event or the name of a file. */
function isZoneName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= mostNames) known.clear();
  const isOne = isKnownToIntl(name);
  known.set(name, isOne);
  return isOne;
}

function isKnownToIntl(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
