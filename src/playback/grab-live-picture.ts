import type { PictureState } from './picture-truth.ts';
import { tileOf } from './tile-registry.ts';

/** What is shown is now, even if there is less of it than there should be. */
const flowing: ReadonlySet<PictureState> = new Set(['live', 'degraded']);
/** From good to passable, until the picture is small enough. */
const jpegQualities = [0.8, 0.6, 0.4] as const;

export interface PictureLimits {
  /** Pixels; a wider picture is made smaller. */
  readonly mostWidth: number;
  readonly mostBytes: number;
}

/**
 * A small JPEG of what a camera shows in this window right now.
 * @returns null where its picture is not live, may not be read, or cannot be made so small
 */
export async function grabLivePicture(
  cameraId: string,
  { mostWidth, mostBytes }: PictureLimits,
): Promise<Blob | null> {
  const tile = tileOf(cameraId);
  if (tile === undefined || !flowing.has(tile.truth.get().state)) return null;
  const picture = await tile.grab();
  const canvas = picture && (await drawn(picture, mostWidth));
  if (canvas === null) return null;
  for (const quality of jpegQualities) {
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (jpeg.size <= mostBytes) return jpeg;
  }
  return null;
}

async function drawn(picture: Blob, mostWidth: number): Promise<OffscreenCanvas | null> {
  // A device may send what is no picture; the browser tells only by refusing it.
  const image = await createImageBitmap(picture).catch(() => null);
  if (image === null) return null;
  const scale = Math.min(1, mostWidth / image.width);
  const [width, height] = [image.width, image.height].map((side) => Math.round(side * scale));
  const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return context && canvas;
}
