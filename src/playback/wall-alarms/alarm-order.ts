import type { AlarmView } from '../../api/alarms.ts';

/** An alarm with the camera that is shown for it. */
export interface ShownAlarm {
  readonly alarm: AlarmView;
  readonly cameraId: string;
}

/** Whether nobody has acknowledged it or set it aside. */
export function needsLook({ acknowledged, aside, closed }: AlarmView): boolean {
  return acknowledged === null && aside === null && closed === null;
}

/** The most urgent first, of these the newest. */
export function urgentFirst(one: AlarmView, other: AlarmView): number {
  return (
    one.priority - other.priority || other.firstAtMs - one.firstAtMs || (one.id < other.id ? -1 : 1)
  );
}

/** The camera that it is about; where it is about none, those that are tied to it. */
export function camerasOf({ cameraId, linkedCameraIds }: AlarmView): readonly string[] {
  return cameraId === null ? linkedCameraIds : [cameraId];
}
