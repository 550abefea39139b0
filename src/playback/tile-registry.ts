import type { TileSession } from './tile-session.ts';

/** Every tile of this window that is on screen, by its name. */
export const tileRegistry = new Map<string, TileSession>();

let nextTile = 1;

/** A name that no other tile of this window has or had. */
export function newTileName(): string {
  const name = `t${nextTile}`;
  nextTile += 1;
  return name;
}
