import type { CameraView } from '../../api/camera.ts';

/** The camera before or after another one by number, round the ends. Null where it is alone. */
export function neighbourCamera(
  cameras: readonly CameraView[],
  cameraId: string,
  by: 1 | -1,
): string | null {
  const ordered = [...cameras].sort((a, b) => a.number - b.number);
  const index = ordered.findIndex((camera) => camera.id === cameraId);
  if (index < 0 || ordered.length < 2) return null;
  return ordered.at((index + by) % ordered.length)?.id ?? null;
}
