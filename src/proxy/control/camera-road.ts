import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink, Operations } from '../../protocols/protocol.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { controlLink } from './control-link.ts';
import type { CommandLimits, MotionRoad } from './motion-road.ts';

/** For each call of an action: a recorder may ask its camera first. */
const actionMs = 5000;

/** How a camera is asked to do something. */
export interface CameraRoad {
  readonly operations: Operations;
  readonly channel: string;
  /** For what only reads. */
  readonly connection: DeviceLink;
  /** @param limits those of an action where absent */
  link(limits?: Partial<CommandLimits>): DeviceLink;
}

/** @throws DeviceError where there is no way to the device at all */
export function roadTo({ device, camera }: FoundCamera): CameraRoad {
  const { protocol, connection, fault } = device;
  if (!protocol || !connection) throw fault ?? new DeviceError('unsupported', 'not-supported');
  return {
    operations: protocol.operations,
    channel: camera.row.channel,
    connection,
    link: (limits) =>
      controlLink(connection, {
        deadlineMs: actionMs,
        signal: new AbortController().signal,
        ...limits,
      }),
  };
}

/** Without a stop of its own a protocol cannot move, only step. */
export function motionRoadTo(found: FoundCamera): MotionRoad {
  return {
    move: async (velocity, before, limits) => {
      const { operations, channel, link } = roadTo(found);
      const { movePtz, stopPtz } = operations;
      if (!movePtz || !stopPtz) throw new DeviceError('unsupported', 'not-supported');
      await movePtz(link(limits), channel, velocity, before);
    },
    stop: async (moving, limits) => {
      const { operations, channel, link } = roadTo(found);
      await operations.stopPtz?.(link(limits), channel, moving);
    },
  };
}
