import type { CameraView } from '../../api/camera.ts';

export type TreeRow =
  | {
      readonly kind: 'device';
      readonly deviceId: string;
      readonly name: string;
      readonly count: number;
    }
  | { readonly kind: 'camera'; readonly camera: CameraView };

/** Cameras under their devices, by number; a device comes where its first camera would. */
export function treeRows(cameras: readonly CameraView[], filter: string): readonly TreeRow[] {
  const byDevice = new Map<string, CameraView[]>();
  for (const camera of [...cameras].sort((a, b) => a.number - b.number)) {
    if (!matches(camera, filter)) continue;
    const group = byDevice.get(camera.deviceId);
    if (group === undefined) byDevice.set(camera.deviceId, [camera]);
    else group.push(camera);
  }
  return [...byDevice].flatMap(([deviceId, group]) => [
    { kind: 'device', deviceId, name: group[0]?.deviceName ?? '', count: group.length } as const,
    ...group.map((camera) => ({ kind: 'camera', camera }) as const),
  ]);
}

/** Every word must occur in the name or the device's name, or begin the number. */
export function matches(camera: CameraView, filter: string): boolean {
  const names = fold(`${camera.name} ${camera.deviceName}`);
  return fold(filter)
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => names.includes(word) || String(camera.number).startsWith(word));
}

/** Letters without case and accents, so that `tur` finds `Tür`. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The next camera row from a row in a direction; stays at the ends. -1 where there is none. */
export function stepRow(rows: readonly TreeRow[], from: number, by: 1 | -1): number {
  for (let row = from + by; row >= 0 && row < rows.length; row += by) {
    if (rows[row]?.kind === 'camera') return row;
  }
  return rows[from]?.kind === 'camera' ? from : rows.findIndex((row) => row.kind === 'camera');
}
