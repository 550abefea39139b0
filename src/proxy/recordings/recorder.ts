import type { CameraSpans } from '../../api/recordings.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import type { Operations } from '../../protocols/protocol.ts';
import type { DeviceConnection } from '../link/device-connection.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';

/** A device as whoever asks for its recordings needs it: with its zone and its clock. */
export interface Recorder {
  readonly deviceId: string;
  readonly operations: Operations;
  readonly connection: DeviceConnection;
  /** In which it writes local times. */
  readonly zone: DeviceZone;
  readonly zoneName: string;
  /** Device clock minus ours; null where nobody knows. */
  readonly clockOffsetMs: number | null;
}

/**
 * @param siteZone stands in for that of a device that tells none
 * @throws DeviceError where there is no way to the device
 */
export function recorderOf({ device }: Pick<FoundCamera, 'device'>, siteZone: string): Recorder {
  const { protocol, connection, status } = device;
  if (!protocol || !connection) {
    throw device.fault ?? new DeviceError('unsupported', 'not-supported');
  }
  const told = status.identity?.zone;
  const zoneName = zoneText(told) ?? siteZone;
  return {
    deviceId: device.id,
    operations: protocol.operations,
    connection,
    zone: zoneText(told) === undefined ? { name: siteZone } : (told ?? {}),
    zoneName,
    clockOffsetMs: status.clockSkewMs ?? null,
  };
}

export type Clock = Pick<CameraSpans, 'clockOffsetMs'>;

/** An instant of ours as the clock of the device shows it. */
export function toDeviceMs({ clockOffsetMs }: Clock, ourMs: number): number {
  return ourMs + Math.round(clockOffsetMs ?? 0);
}

/** An instant that the clock of the device showed, by ours. */
export function toOurMs({ clockOffsetMs }: Clock, deviceMs: number): number {
  return deviceMs - Math.round(clockOffsetMs ?? 0);
}

export function toDeviceRange(clock: Clock, { fromMs, toMs }: TimeRange): TimeRange {
  return { fromMs: toDeviceMs(clock, fromMs), toMs: toDeviceMs(clock, toMs) };
}

/** The cameras of each device together. */
export function byDevice(
  cameras: readonly FoundCamera[],
): readonly { readonly device: FoundCamera['device']; readonly cameras: FoundCamera[] }[] {
  const groups = new Map<string, { device: FoundCamera['device']; cameras: FoundCamera[] }>();
  for (const found of cameras) {
    const group = groups.get(found.device.id) ?? { device: found.device, cameras: [] };
    group.cameras.push(found);
    groups.set(found.device.id, group);
  }
  return [...groups.values()];
}
