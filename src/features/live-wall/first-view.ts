import type { CameraView } from '../../api/camera.ts';
import type { ViewContent } from '../../api/view.ts';
import { tileCount } from '../../domain/layout-grid.ts';
import { wallLayouts } from '../../domain/view.ts';

/** Those without a large tile, smallest first. */
const equalLayouts = wallLayouts.filter((layout) => !layout.includes('+'));

/** A view of all cameras by number, in the smallest layout that holds them. */
export function viewOfAll(name: string, cameras: readonly CameraView[]): ViewContent {
  const layout =
    equalLayouts.find((each) => tileCount(each) >= cameras.length) ?? equalLayouts.at(-1) ?? '1';
  const cells = [...cameras]
    .sort((a, b) => a.number - b.number)
    .slice(0, tileCount(layout))
    .map(({ id }) => ({ cameraId: id, fit: 'contain' as const, quality: 'auto' as const }));
  return { name, layout, cells, alarmPolicy: 'border' };
}

/** Nine tiles: more than that, and people see less on each. */
export function emptyView(name: string): ViewContent {
  return { name, layout: '9', cells: [], alarmPolicy: 'border' };
}
