import type { DeviceError, DeviceErrorReason } from '../../domain/device-error.ts';

const refusals = new Set<DeviceError['kind']>([
  'unauthorized',
  'forbidden',
  'unsupported',
  'rejected',
]);
/** Such an answer says nothing of what the device has done. */
const unclear = new Set<DeviceErrorReason>(['server-error', 'unexpected-reply']);
const neverReached = new Set<DeviceErrorReason>([
  'connection-refused',
  'name-not-found',
  'no-route',
  'address-not-allowed',
]);

/** Whether a device has surely not obeyed one call: it said no, or was never reached. */
export function wasNotTaken({ kind, reason }: DeviceError): boolean {
  return (refusals.has(kind) && !unclear.has(reason)) || neverReached.has(reason);
}
