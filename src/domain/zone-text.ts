import type { DeviceZone } from './device-identity.ts';

/** An IANA name, else `UTC-05:00`; undefined where the device gave neither. */
export function zoneText(zone: DeviceZone | undefined): string | undefined {
  if (zone?.name !== undefined && isZoneName(zone.name)) return zone.name;
  if (zone?.offsetMinutes === undefined) return undefined;
  const minutes = Math.abs(zone.offsetMinutes);
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `UTC${zone.offsetMinutes < 0 ? '-' : '+'}${hours}:${String(minutes % 60).padStart(2, '0')}`;
}

function isZoneName(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
