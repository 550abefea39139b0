import type { ActiveDevice } from './active-device.ts';
import { cameraView, deviceView } from './views-of-device.ts';

/** A clock that drifts by less is not news. */
const skewStepMs = 5000;

/** What a person sees of a device and of its cameras, to compare with what there is to see later. */
export function visibleState(device: ActiveDevice): { device: string; cameras: string } {
  const {
    latencyMs: _latency,
    lastSeenMs: _lastSeen,
    clockSkewMs,
    problem,
    ...seen
  } = deviceView(device);
  const skew = clockSkewMs === undefined ? undefined : Math.round(clockSkewMs / skewStepMs);
  return {
    device: JSON.stringify([seen, skew, problem?.reason]),
    cameras: JSON.stringify(device.cameras.map((camera) => cameraView(device, camera))),
  };
}
