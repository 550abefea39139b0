/**
 * The picture that a tile shows right now, at the resolution of its stream.
 * @param target the element of a tile, or the id of its camera
 * @returns null where there is no picture yet, or none that may be read (a vendor page)
 */
export async function grabFrame(_target: HTMLElement | string): Promise<Blob | null> {
  return null;
}
