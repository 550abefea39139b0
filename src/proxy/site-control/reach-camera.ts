import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, Operations } from '../../protocols/protocol.ts';
import type { CameraDirectory, FoundCamera } from '../registry/camera-directory.ts';
import { RequestFault } from '../request-fault.ts';

/** One operation of a camera's protocol, and all that it needs. */
export interface ReachedCamera<K extends keyof Operations> extends FoundCamera {
  readonly operation: NonNullable<Operations[K]>;
  readonly link: DeviceLink;
  readonly channel: string;
}

/**
 * @throws RequestFault `not-found`
 * @throws DeviceError where the protocol has no such operation, or there is no way to the device
 */
export function reachCamera<K extends keyof Operations>(
  directory: Pick<CameraDirectory, 'camera'>,
  cameraId: string,
  name: K,
): ReachedCamera<K> {
  const found = directory.camera(cameraId);
  if (!found) throw new RequestFault('not-found');
  const { device, camera } = found;
  const operation = device.protocol?.operations[name];
  if (!operation) throw new DeviceError('unsupported', 'not-supported');
  if (!device.connection) throw device.fault ?? new DeviceError('unsupported', 'not-supported');
  return { ...found, operation, link: device.connection, channel: camera.row.channel };
}
