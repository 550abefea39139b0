import type { DeviceChange } from '../../api/device.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceRow } from '../store/store.ts';
import type { ActiveDevice, SealPlace } from './active-device.ts';
import { cleanName } from './clean-name.ts';
import { originOf, parseDeviceAddress, standardPort } from './device-address.ts';
import { usesEntryTarget } from './views-of-device.ts';

/**
 * The row of a device after a change, and its password sealed to where it now lives.
 * @throws DeviceError `password-needed-again` when host, port or scheme is another one and no password came
 * with it: whoever may change an address could otherwise have the stored password sent to himself,
 * or over a connection that everybody reads.
 */
export function changedRow(
  device: ActiveDevice,
  change: DeviceChange,
  seal: (row: SealPlace, password: string) => string | undefined,
): { readonly row: DeviceRow; readonly sealedPassword: string | undefined } {
  const address = change.address === undefined ? undefined : parseDeviceAddress(change.address);
  const origin = address && originOf(address, address.port ?? standardPort(address));
  const moved = origin !== undefined && origin !== device.row.origin;
  const row: DeviceRow = {
    ...device.row,
    certificate: change.certificate ?? (moved ? undefined : device.row.certificate),
    name: change.name === undefined ? device.row.name : cleanName(change.name),
    username: change.username ?? address?.credentials?.username ?? device.row.username,
    ...(address && {
      origin: origin ?? device.row.origin,
      entryTarget: device.protocol && usesEntryTarget(device.protocol) ? address.entryTarget : '/',
    }),
  };
  const typed = change.password ?? address?.credentials?.password;
  if (typed !== undefined) return { row, sealedPassword: seal(row, typed) };
  const { sealedPassword } = device;
  if (sealedPassword === undefined) return { row, sealedPassword };
  if (moved) throw new DeviceError('unauthorized', 'password-needed-again');
  if (row.certificate?.key === device.row.certificate?.key) return { row, sealedPassword };
  const password = device.credentials()?.password;
  if (password === undefined) throw new DeviceError('unauthorized', 'login-needed');
  return { row, sealedPassword: seal(row, password) };
}
