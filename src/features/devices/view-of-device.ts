import type { DeviceView } from '../../api/device.ts';
import type { ViewContent } from '../../api/view.ts';
import type { WallLayout } from '../../domain/view.ts';

const layouts: readonly { readonly tiles: number; readonly layout: WallLayout }[] = [
  { tiles: 1, layout: '1' },
  { tiles: 4, layout: '4' },
  { tiles: 6, layout: '6' },
  { tiles: 9, layout: '9' },
  { tiles: 12, layout: '12' },
  { tiles: 16, layout: '16' },
  { tiles: 25, layout: '25' },
  { tiles: 36, layout: '36' },
];
const longestViewName = 64;

/** A wall of all cameras of a device, in the smallest layout that holds them. */
export function viewOfDevice(device: DeviceView): ViewContent {
  const cameras = device.cameras.filter(({ enabled }) => enabled);
  const { tiles, layout } = layouts.find((one) => one.tiles >= cameras.length) ?? {
    tiles: 36,
    layout: '36' as const,
  };
  const cells = Array.from({ length: tiles }, (_, position) => {
    const camera = cameras[position];
    if (camera === undefined) return null;
    return { cameraId: camera.id, fit: 'contain' as const, quality: 'auto' as const };
  });
  const name = device.name.slice(0, longestViewName).trim();
  return { name, layout, cells, alarmPolicy: 'border' };
}
