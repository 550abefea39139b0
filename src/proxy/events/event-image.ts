import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import { RequestFault } from '../request-fault.ts';
import type { KeptEvent } from '../store/event-store.ts';

const limits = { maximumBytes: 1024 * 1024, deadlineMs: 10_000 } as const;

/** By their first bytes: what a device calls its picture proves nothing. */
const kinds = [
  { contentType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { contentType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
] as const;

/**
 * The picture that belongs to an event, as its device keeps it.
 * @throws RequestFault `not-found` where there is none; DeviceError where the device does not give it
 */
export async function readEventImage(
  { deviceId, imageTarget }: KeptEvent,
  registry: Pick<DeviceRegistry, 'device'>,
): Promise<{ bytes: Buffer; contentType: string }> {
  const connection = registry.device(deviceId)?.connection;
  if (imageTarget === undefined || !connection) throw new RequestFault('not-found');
  const { bytes } = await connection.readFile(imageTarget, limits);
  const kind = kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (!kind)
    throw new DeviceError('malformed-reply', 'not-a-picture', { operation: 'event-image' });
  return { bytes, contentType: kind.contentType };
}
