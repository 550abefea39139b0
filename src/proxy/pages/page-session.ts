import type { CameraId } from '../../domain/camera.ts';

/** Who looks at a device's page: a person or a screen that was let in, for as long as that lasts. */
export interface PageSession {
  readonly id: string;
  /**
   * Something of the page is open.
   * @param close called at the moment when the session ends
   * @returns the way to take it back
   */
  readonly attach: (close: () => void) => () => void;
  /** Asked anew for every request, so that a right that was taken away counts at once. */
  readonly may: (verb: 'view' | 'control', cameraId: CameraId) => boolean;
  /** The page of a camera is still looked at. */
  readonly watches: (cameraId: CameraId) => void;
}
