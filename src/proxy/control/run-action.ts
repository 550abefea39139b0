import type { z } from 'zod/mini';
import type { positionSchema, RequestedAction } from '../../api/control.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { PtzPosition } from '../../domain/ptz.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { DeviceLink, Operations } from '../../protocols/protocol.ts';
import { RequestFault } from '../request-fault.ts';
import { directionsOf } from './movement.ts';

type PointedPicture = Parameters<NonNullable<Operations['centrePtz']>>[3];

/** @throws DeviceError `not-supported` where the protocol has no such operation */
export function offered<Operation>(operation: Operation | undefined): Operation {
  if (operation !== undefined) return operation;
  throw new DeviceError('unsupported', 'not-supported');
}

/**
 * Has a camera do one thing once.
 * @throws RequestFault for a stream that the camera does not have
 */
export async function runAction(
  action: RequestedAction,
  streams: readonly DeviceStream[],
  operations: Operations,
  link: DeviceLink,
  channel: string,
): Promise<void> {
  switch (action.kind) {
    case 'step':
      return offered(operations.stepPtz)(link, channel, action.step);
    case 'absolute':
      return offered(operations.turnPtzTo)(link, channel, positionOf(action.position));
    case 'relative':
      return offered(operations.turnPtzBy)(link, channel, positionOf(action.change));
    case 'centre': {
      const picture = pictureOf(action.streamId, streams);
      return offered(operations.centrePtz)(link, channel, action.point, picture);
    }
    case 'box': {
      const picture = pictureOf(action.streamId, streams);
      return offered(operations.zoomPtzToBox)(link, channel, action.box, picture);
    }
    case 'home':
      return offered(operations.goHome)(link, channel);
    case 'save-home':
      return offered(operations.saveHome)(link, channel);
    case 'autofocus':
      return offered(operations.setAutofocus)(link, channel, action.mode);
  }
}

function positionOf(values: z.infer<typeof positionSchema>): PtzPosition {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function pictureOf(streamId: string, streams: readonly DeviceStream[]): PointedPicture {
  const stream = streams.find(({ id }) => id === streamId);
  if (!stream) throw new RequestFault('invalid-input', 'action.streamId');
  return { streamId, width: stream.width, height: stream.height };
}

/** What was asked for, as the record has it. */
export function actionWords(action: RequestedAction): Record<string, string> {
  switch (action.kind) {
    case 'step':
      return { axes: directionsOf(action.step).join(', ') };
    case 'absolute':
      return numbers(action.position);
    case 'relative':
      return numbers(action.change);
    case 'centre':
      return numbers(action.point);
    case 'box':
      return numbers(action.box);
    case 'autofocus':
      return { mode: action.mode };
    default:
      return {};
  }
}

function numbers(values: Readonly<Record<string, number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(Number(value.toFixed(3)))]],
    ),
  );
}
