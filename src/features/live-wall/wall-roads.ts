/** The ways out of the wall; whoever mounts the page knows the addresses. */
export interface WallRoads {
  /** @param replace the view shown now was no choice of the person, so going back skips it */
  readonly openView: (viewId: string, replace?: boolean) => void;
  readonly openCamera: (cameraId: string) => void;
  readonly openDevice: (deviceId: string) => void;
  readonly openAlarm: (alarmId: string) => void;
  readonly addDevice: () => void;
  /** Keeps the address in step, so that a copied link shows the same. Tile counts from 1. */
  readonly mirror: (place: { readonly tile?: number; readonly dock?: boolean }) => void;
}
