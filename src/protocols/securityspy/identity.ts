import type { DeviceIdentity } from '../../domain/device-identity.ts';
import { type Fields, fieldOf } from './fields.ts';
import { serverClockMs, serverZone } from './server-zone.ts';

/** @param dateMs what the `Date` header said, for servers that do not tell their clock otherwise */
export function serverIdentity(server: Fields, dateMs: number | undefined): DeviceIdentity {
  return {
    product: short(fieldOf(server, 'name')) ?? 'SecuritySpy',
    firmware: short(fieldOf(server, 'version')),
    siteName: short(fieldOf(server, 'server-name')),
    serial: short(fieldOf(server, 'uuid')),
    zone: serverZone(server),
    clockMs: serverClockMs(server) ?? dateMs,
  };
}

/** No longer than a person reads. */
function short(text: string | undefined): string | undefined {
  return text?.slice(0, 128);
}
