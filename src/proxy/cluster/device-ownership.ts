import type { DeviceId } from '../../domain/camera.ts';

/** Which proxy keeps the connections of a device, so that a device is never watched twice. */
export interface DeviceOwnership {
  ownsDevice(deviceId: DeviceId): boolean;
}

/** A proxy that stands alone owns every device. */
export const soleOwner: DeviceOwnership = { ownsDevice: () => true };
