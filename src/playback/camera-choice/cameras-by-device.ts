import type { CameraView } from '../../api/camera.ts';

export interface DeviceOfCameras {
  readonly id: string;
  readonly name: string;
  readonly cameras: readonly CameraView[];
}

/** The cameras that fit all of the words by their own name or their device's, under their devices. */
export function camerasByDevice(
  cameras: readonly CameraView[],
  words: string,
): readonly DeviceOfCameras[] {
  const sought = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = cameras.filter(({ name, deviceName, number }) => {
    const text = `${name} ${deviceName} ${number}`.toLocaleLowerCase();
    return sought.every((word) => text.includes(word));
  });
  const devices = new Map<string, CameraView[]>();
  for (const camera of found) {
    devices.set(camera.deviceId, [...(devices.get(camera.deviceId) ?? []), camera]);
  }
  return [...devices].map(([id, those]) => ({
    id,
    name: those[0]?.deviceName ?? '',
    cameras: those.toSorted((a, b) => a.number - b.number),
  }));
}

export function toggled(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  on: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
