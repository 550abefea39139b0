import { tileRegistry } from './tile-registry.ts';

/**
 * The picture that a tile shows right now, at the resolution of its stream.
 * @param target the element of a tile or one inside it, or the id of its camera
 * @returns null where there is no picture yet, or none that may be read (a device's own page)
 */
export async function grabFrame(target: HTMLElement | string): Promise<Blob | null> {
  for (const session of tileRegistry.values()) {
    const matches =
      typeof target === 'string' ? session.cameraId === target : nameOf(target) === session.tile;
    const picture = matches ? await session.grab() : null;
    if (picture !== null) return picture;
  }
  return null;
}

function nameOf(element: HTMLElement): string | undefined {
  const root =
    element.closest<HTMLElement>('[data-tile]') ??
    element.querySelector<HTMLElement>('[data-tile]');
  return root?.dataset.tile;
}
