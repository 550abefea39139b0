import type { EventSending, SendingPlaces } from '../../api/event-sending.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, Operations } from '../../protocols/protocol.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller } from '../access/caller.ts';
import { SeenEvents } from '../events/seen-events.ts';
import type { ActiveCamera, ActiveDevice } from '../registry/active-device.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';

type Registry = Pick<DeviceRegistry, 'device' | 'devices'>;
type Kind = EventSending['kind'];

/** A kind that a device takes is one whose operation it has. */
const operationOfKind = {
  plate: 'pushPlate',
  call: 'pushCall',
  mark: 'markEvent',
  motion: 'triggerMotion',
} as const satisfies Readonly<Record<Kind, keyof Operations>>;
const ofDevices: readonly Kind[] = ['plate', 'call'];
const ofCameras: readonly Kind[] = ['mark', 'motion'];

/** Where a sending goes: to a whole device, or to one camera of it. */
export interface SendingReceiver {
  readonly device: ActiveDevice;
  readonly camera: ActiveCamera | null;
}

/**
 * Which devices take what from this caller. A plate or a call may act on any camera of its device,
 * so it is for whoever sees all of them; no role stands in for that, as nowhere else.
 */
export function sendingPlaces(registry: Registry, caller: Caller): SendingPlaces {
  const seen = new SeenEvents(caller, registry);
  const devices = registry.devices.flatMap((device) => {
    const cameraIds = device.cameras.filter(isOf(caller)).map(({ row }) => row.id);
    const kinds = [
      ...(seen.mayWholeDevice(device.id) ? ofDevices : []),
      ...(cameraIds.length > 0 ? ofCameras : []),
    ].filter((kind) => device.protocol?.operations[operationOfKind[kind]] !== undefined);
    return kinds.length === 0
      ? []
      : [{ deviceId: device.id, name: device.row.name, kinds, cameraIds }];
  });
  return { devices };
}

/** @returns null for what is not there, and for what this caller may not send to, alike */
export function receiverFor(
  registry: Registry,
  caller: Caller,
  sending: EventSending,
): SendingReceiver | null {
  const found = receiverOf(registry, sending);
  if (!found || !authorize(caller, 'control')) return null;
  const may = found.camera
    ? isOf(caller)(found.camera)
    : new SeenEvents(caller, registry).mayWholeDevice(found.device.id);
  return may ? found : null;
}

/** Where it goes, whoever sends it. */
export function receiverOf(registry: Registry, sending: EventSending): SendingReceiver | null {
  if ('deviceId' in sending) {
    const device = registry.device(sending.deviceId);
    return device ? { device, camera: null } : null;
  }
  for (const device of registry.devices) {
    const camera = device.cameras.find(({ row }) => row.id === sending.cameraId);
    if (camera) return camera.row.enabled ? { device, camera } : null;
  }
  return null;
}

/** @throws DeviceError where the device takes nothing like it, or there is no way to it */
export function roadOf<K extends keyof Operations>(
  device: ActiveDevice,
  name: K,
): { readonly operation: NonNullable<Operations[K]>; readonly link: DeviceLink } {
  const operation = device.protocol?.operations[name];
  if (!operation) throw new DeviceError('unsupported', 'not-supported');
  if (!device.connection) throw device.fault ?? new DeviceError('unsupported', 'not-supported');
  return { operation, link: device.connection };
}

function isOf(caller: Caller) {
  return ({ row }: ActiveCamera) =>
    row.enabled && authorize(caller, 'control', { id: row.id, isDraft: false });
}
