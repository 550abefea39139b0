import type { DeviceCamera } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceIdentity } from '../../domain/device-identity.ts';
import type { DeviceLink } from '../../protocols/protocol.ts';
import type { ActiveDevice } from './active-device.ts';
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

/** Asks a device who it is and how its cameras are. Never rejects. */
export async function checkDevice(
  device: ActiveDevice,
  options: { readonly identify: boolean; readonly now: () => number },
): Promise<CheckReport> {
  const { connection, protocol } = device;
  if (!connection || !protocol) {
    return failed(device.fault ?? new DeviceError('unsupported', 'not-supported'));
  }
  if (device.passwordIsLost) return failed(new DeviceError('unauthorized', 'login-needed'));
  const observed = observeClock(connection);
  const { identify, listCameras } = protocol.operations;
  const startedMs = options.now();
  try {
    const identity = options.identify ? await identify?.(observed.link) : undefined;
    const identifiedMs = options.now();
    const cameras = (await listCameras?.(observed.link)) ?? [];
    const clockMs = identity?.clockMs;
    return {
      kind: 'answered',
      identity,
      cameras,
      clockSkewMs: clockMs === undefined ? observed.skewMs() : clockMs - identifiedMs,
      latencyMs: connection.latencyMs ?? options.now() - startedMs,
    };
  } catch (failure) {
    return failed(deviceErrorOf(failure));
  }
}

function failed(error: DeviceError): CheckReport {
  return { kind: 'failed', error };
}

/** A link that notes how far the `Date` header of the device is from our clock. */
function observeClock(inner: DeviceLink): { link: DeviceLink; skewMs: () => number | undefined } {
  let skewMs: number | undefined;
  return {
    link: {
      entryTarget: inner.entryTarget,
      peek: (target) => inner.peek(target),
      call: async (call, options) => {
        const reply = await inner.call(call, options);
        if (reply.dateMs !== undefined) skewMs = reply.dateMs - reply.receivedAtMs;
        return reply;
      },
    },
    skewMs: () => skewMs,
  };
}
