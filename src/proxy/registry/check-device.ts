import type { DeviceCamera, DeviceId } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceIdentity } from '../../domain/device-identity.ts';
import type { DeviceLink, Peek } from '../../protocols/protocol.ts';
import type { ActiveDevice } from './active-device.ts';
import { clockSkew, type ToldClock } from './clock-skew.ts';
import { deviceErrorOf } from './device-error-of.ts';

/** What a device answered to a look at it. */
export type CheckReport =
  | {
      readonly kind: 'answered';
      /** Absent when it was not asked again. */
      readonly identity?: DeviceIdentity | undefined;
      readonly cameras: readonly DeviceCamera[];
      readonly clockSkewMs?: number | undefined;
      readonly latencyMs?: number | undefined;
    }
  | { readonly kind: 'failed'; readonly error: DeviceError };

export interface CheckOptions {
  readonly identify: boolean;
  readonly now: () => number;
  /** Whether pictures of the device arrive at this moment, for whomever. */
  readonly picturesFlow?: ((deviceId: DeviceId) => boolean) | undefined;
  /** How far a search for cameras has come, of how many steps at most. */
  readonly onProgress?: ((done: number, most: number) => void) | undefined;
}

/** Asks a device who it is and how its cameras are. Never rejects. */
export async function checkDevice(
  device: ActiveDevice,
  options: CheckOptions,
): Promise<CheckReport> {
  const { connection, protocol } = device;
  if (!connection || !protocol) {
    return failed(device.fault ?? new DeviceError('unsupported', 'not-supported'));
  }
  if (device.passwordIsLost) return failed(new DeviceError('unauthorized', 'password-lost'));
  if (protocol.onlyPictures && options.picturesFlow?.(device.id)) return answeredByPictures(device);
  const observed = observe(connection, options);
  const { identify, listCameras } = protocol.operations;
  const startedMs = options.now();
  try {
    const identity = options.identify ? await identify?.(observed.link) : undefined;
    const identifiedMs = options.now();
    const cameras = (await listCameras?.(observed.link)) ?? [];
    const toldMs = identity?.clockMs;
    const told =
      toldMs === undefined
        ? observed.clock()
        : { toldMs, askedMs: startedMs, answeredMs: identifiedMs };
    return {
      kind: 'answered',
      identity,
      cameras,
      clockSkewMs: told && clockSkew(told, device.status.clockSkewMs),
      latencyMs: connection.latencyMs ?? options.now() - startedMs,
    };
  } catch (failure) {
    return failed(deviceErrorOf(failure));
  }
}

/** What the device said last, which its pictures prove to be true still. */
function answeredByPictures({ cameras, status }: ActiveDevice): CheckReport {
  return {
    kind: 'answered',
    cameras: cameras.map(({ row: { channel, name, description } }) => ({
      channel,
      name,
      state: 'connected',
      ...description,
    })),
    latencyMs: status.latencyMs,
  };
}

function failed(error: DeviceError): CheckReport {
  return { kind: 'failed', error };
}

/**
 * A link for one look, which notes what the `Date` header of the device says of its clock. It
 * peeks at each target once, for a peek may take one of the few streams that a device serves.
 */
function observe(
  inner: DeviceLink,
  { now, onProgress }: Pick<CheckOptions, 'now' | 'onProgress'>,
): { link: DeviceLink; clock: () => ToldClock | undefined } {
  let clock: ToldClock | undefined;
  const peeks = new Map<string, Promise<Peek>>();
  return {
    link: {
      entryTarget: inner.entryTarget,
      progress: (done, most) => onProgress?.(done, most),
      peek: (target) => {
        const peek = peeks.get(target) ?? inner.peek(target);
        peeks.set(target, peek);
        return peek;
      },
      call: async (call, options) => {
        const askedMs = now();
        const reply = await inner.call(call, options);
        const { dateMs: toldMs, receivedAtMs: answeredMs } = reply;
        if (toldMs !== undefined) clock = { toldMs, askedMs, answeredMs };
        return reply;
      },
    },
    clock: () => clock,
  };
}
