/** The ways out of the page; whoever mounts it knows the addresses. */
export interface AlarmPageRoads {
  /** Where one was before. */
  readonly back: () => void;
  /** Replaces: the way back leads to the list or the wall, not through every alarm. */
  readonly openAlarm: (alarmId: string) => void;
  readonly openCamera: (cameraId: string) => void;
}
