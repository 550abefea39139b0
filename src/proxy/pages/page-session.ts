import type { CameraId } from '../../domain/camera.ts';

/** Who looks at a device's page: a person or a screen that was let in, for as long as that lasts. */
export interface PageSession {
  readonly id: string;
  /** Aborted at the moment when the session ends: the pages that it opened end with it. */
  readonly ended: AbortSignal;
  /** Asked anew for every request, so that a right that was taken away counts at once. */
  readonly may: (verb: 'view' | 'control', cameraId: CameraId) => boolean;
}
