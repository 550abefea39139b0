import type { CameraView } from '../api/camera.ts';
import { noCapabilities, noOffers } from '../domain/camera.ts';
import type { Stream } from '../domain/stream.ts';

/** A camera for tests. */
export function testCamera(streams: readonly Stream[], over: Partial<CameraView> = {}): CameraView {
  return {
    id: 'cam-1',
    deviceId: 'dev-1',
    deviceName: 'Recorder',
    number: 1,
    name: 'Gate',
    state: 'connected',
    stateSinceMs: 0,
    streams: [...streams],
    hasSnapshot: false,
    hasPictureSettings: false,
    offers: noOffers,
    capabilities: noCapabilities,
    ...over,
  };
}
