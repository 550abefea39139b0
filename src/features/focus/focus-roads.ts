import type { StreamQuality } from '../../domain/stream.ts';

/** The ways out of the camera view; whoever mounts the page knows the addresses. */
export interface FocusRoads {
  readonly back: () => void;
  /** @param stream what the address names; absent for the automatic choice */
  readonly openCamera: (cameraId: string, stream?: StreamQuality) => void;
  /** What the camera recorded in the last half minute. */
  readonly replay: (cameraId: string) => void;
  /** Absent for whoever may not look after devices. */
  readonly openDevice?: (deviceId: string) => void;
}
