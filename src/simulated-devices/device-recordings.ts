/** A file that a device has, by the device's own clock. */
export interface RecordedPiece {
  readonly fromMs: number;
  readonly toMs: number;
  readonly kind: 'continuous' | 'motion' | 'image';
}

/** What a device has recorded, for tests that compare it with what others make of it. */
export interface DeviceRecordings {
  /** Files of a camera, by the device's own number, that reach into a time; oldest first. */
  pieces(camera: number, fromMs: number, toMs: number): readonly RecordedPiece[];
  /** Sets the device's clock ahead of the site's, or behind; false where it has no clock to be set. */
  setClockAhead(ms: number): boolean;
  /** Lets exports fail from now on, see `ExportHabits`; absent where the device makes none. */
  readonly disturbExports?: (fields: Readonly<Record<string, unknown>>) => boolean;
}

export const noRecordings: DeviceRecordings = {
  pieces: () => [],
  setClockAhead: () => false,
};
