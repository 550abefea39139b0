import type { DeviceZone } from '../../domain/device-identity.ts';
import { type Fields, fieldOf, integerField } from './fields.ts';

const farthestMinutes = 14 * 60;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** `seconds-from-gmt` counts east; zones of half hours keep their minutes. */
export function serverZone(server: Fields): DeviceZone | undefined {
  const seconds = integerField(server, [-farthestMinutes * 60, farthestMinutes * 60], gmt);
  if (seconds !== undefined) return { offsetMinutes: Math.round(seconds / 60) };
  const [, sign, hours, minutes] = instant.exec(localTime(server)) ?? [];
  if (sign === undefined) return undefined;
  const offset = Number(hours) * 60 + Number(minutes);
  if (offset > farthestMinutes) return undefined;
  return { offsetMinutes: sign === '-' && offset > 0 ? -offset : offset };
}

const gmt = 'seconds-from-gmt';

/** The clock of the server, to the second; only where it says its offset. */
export function serverClockMs(server: Fields): number | undefined {
  const text = localTime(server);
  const ms = instant.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

function localTime(server: Fields): string {
  return fieldOf(server, 'current-local-time') ?? '';
}
