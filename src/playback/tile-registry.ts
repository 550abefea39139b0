import type { TileSession } from './tile-session.ts';

/** What the rest of the window may do with a tile. */
export type ShownTile = Pick<TileSession, 'tile' | 'cameraId' | 'truth' | 'grab' | 'hear'>;

/** Every tile of this window that is on screen, by its name. */
export const tileRegistry = new Map<string, ShownTile>();

let nextTile = 1;

/** A name that no other tile of this window has or had. */
export function newTileName(): string {
  const name = `t${nextTile}`;
  nextTile += 1;
  return name;
}

/** The tile of this window that shows a camera. */
export function tileOf(cameraId: string): ShownTile | undefined {
  return [...tileRegistry.values()].find((session) => session.cameraId === cameraId);
}
