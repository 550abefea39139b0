import type { DeviceChange } from '../../api/device.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceRow } from '../store/store.ts';
import type { ActiveDevice } from './active-device.ts';
import { cleanName } from './clean-name.ts';
import { originOf, parseDeviceAddress, standardPort } from './device-address.ts';
import { usesEntryTarget } from './views-of-device.ts';

/**
 * The row of a device after a change, and its password sealed to where it now lives.
 * @throws DeviceError `login-needed` when the host is another one and no password came with it:
 * whoever may change an address could otherwise have the stored password sent to himself.
 */
export function changedRow(
  device: ActiveDevice,
  change: DeviceChange,
  seal: (row: Pick<DeviceRow, 'id' | 'origin'>, password: string) => string | undefined,
): { readonly row: DeviceRow; readonly sealedPassword: string | undefined } {
  const address = change.address === undefined ? undefined : parseDeviceAddress(change.address);
  const row: DeviceRow = {
    ...device.row,
    name: change.name === undefined ? device.row.name : cleanName(change.name),
    username: change.username ?? address?.credentials?.username ?? device.row.username,
    ...(address && {
      origin: originOf(address, address.port ?? standardPort(address)),
      entryTarget: device.protocol && usesEntryTarget(device.protocol) ? address.entryTarget : '/',
    }),
  };
  const typed = change.password ?? address?.credentials?.password;
  if (typed !== undefined) return { row, sealedPassword: seal(row, typed) };
  if (row.origin === device.row.origin) return { row, sealedPassword: device.sealedPassword };
  if (device.sealedPassword === undefined) return { row, sealedPassword: undefined };
  const password = device.credentials()?.password;
  if (password === undefined || !isSameHost(row.origin, device.row.origin)) {
    throw new DeviceError('unauthorized', 'login-needed');
  }
  return { row, sealedPassword: seal(row, password) };
}

function isSameHost(one: string, other: string): boolean {
  return new URL(one).hostname === new URL(other).hostname;
}
