import type { CameraId } from './camera.ts';
import type { StreamQuality } from './stream.ts';

export const wallLayouts = [
  '1',
  '4',
  '6',
  '9',
  '12',
  '16',
  '25',
  '36',
  '64',
  '100',
  '1+5',
  '1+7',
] as const;
export type WallLayout = (typeof wallLayouts)[number];

/** How a picture fills a cell of another shape. */
export const pictureFits = ['contain', 'cover', 'fill'] as const;
export type PictureFit = (typeof pictureFits)[number];

/**
 * What alarms do to a wall: mark the tiles of their cameras, show the most urgent one large, show it
 * in the last tile, or nothing.
 */
export const alarmPolicies = ['border', 'spotlight', 'hotspot', 'none'] as const;
export type AlarmPolicy = (typeof alarmPolicies)[number];

/** `auto` follows the tile's size in pixels. */
export type QualityChoice = StreamQuality | 'auto';

export interface ViewCell {
  readonly cameraId: CameraId;
  readonly fit: PictureFit;
  readonly quality: QualityChoice;
}

/** A named wall. `cells[i]` belongs to tile i of the layout; null is an empty tile. */
export interface View {
  readonly id: string;
  readonly name: string;
  readonly layout: WallLayout;
  readonly cells: readonly (ViewCell | null)[];
  readonly alarmPolicy: AlarmPolicy;
}
