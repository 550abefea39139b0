import type { DeviceIdentity } from '../../domain/device-identity.ts';
import type { Parameters } from '../parsing/parameters.ts';
import { zoneOffsetMinutes } from './device-clock.ts';
import { textOf } from './parameter-groups.ts';

/** How the device calls its model; brand and number where it has no full name. */
export function productOf(parameters: Parameters): string | undefined {
  const brand = textOf(parameters, 'Brand.Brand');
  const model = textOf(parameters, 'Brand.ProdNbr') ?? textOf(parameters, 'Brand.ProdShortName');
  const parts = [brand, model].filter((part) => part !== undefined);
  return (
    textOf(parameters, 'Brand.ProdFullName') ?? (parts.length > 0 ? parts.join(' ') : undefined)
  );
}

/** The name that people gave it; the host name is the only one that a device is known to list. */
export function givenName(parameters: Parameters): string | undefined {
  return textOf(parameters, 'Network.HostName') ?? textOf(parameters, 'Network.eth0.HostName');
}

/** @param localClockMs the wall clock as if it were UTC; null where the device did not tell it */
export function identityOf(parameters: Parameters, localClockMs: number | null): DeviceIdentity {
  const offset = zoneOffsetMinutes(textOf(parameters, 'Time.TimeZone'));
  const clocked = localClockMs !== null && offset !== undefined;
  return {
    product: productOf(parameters),
    firmware: textOf(parameters, 'Properties.Firmware.Version'),
    siteName: givenName(parameters),
    serial:
      textOf(parameters, 'Properties.System.SerialNumber') ??
      textOf(parameters, 'Network.eth0.MACAddress'),
    zone: offset === undefined ? undefined : { offsetMinutes: offset },
    clockMs: clocked ? localClockMs - offset * 60_000 : undefined,
  };
}
