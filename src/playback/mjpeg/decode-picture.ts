import type { Size } from './fit-rectangles.ts';
import type { PicturePixels } from './scale-pixels.ts';

/** A decoded picture that must be closed, or it keeps its memory until the next collection. */
export interface DecodedPicture extends Size {
  readonly source: VideoFrame | ImageBitmap;
  /** The same as pixels, where those are cheaper to draw. */
  readonly pixels?: PicturePixels | undefined;
  close(): void;
}

export type DecodePicture = (jpeg: Uint8Array<ArrayBuffer>, size: Size) => Promise<DecodedPicture>;

/**
 * Decodes near tile size, which costs a fraction of the full picture. `ImageDecoder` exists on
 * secure origins only; elsewhere `createImageBitmap` does the same for several times the work.
 */
export const decodePicture: DecodePicture =
  typeof ImageDecoder === 'undefined' ? decodeToBitmap : decodeToFrame;

async function decodeToFrame(jpeg: Uint8Array<ArrayBuffer>, size: Size): Promise<DecodedPicture> {
  const decoder = new ImageDecoder({
    data: jpeg,
    type: 'image/jpeg',
    desiredWidth: size.width,
    desiredHeight: size.height,
    preferAnimation: false,
  });
  try {
    const { image } = await decoder.decode();
    const { displayWidth: width, displayHeight: height } = image;
    return { source: image, width, height, close: () => image.close() };
  } finally {
    decoder.close();
  }
}

async function decodeToBitmap(jpeg: Uint8Array<ArrayBuffer>, size: Size): Promise<DecodedPicture> {
  const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }), {
    resizeWidth: size.width,
    resizeHeight: size.height,
    resizeQuality: 'low',
  });
  const { width, height } = bitmap;
  return { source: bitmap, width, height, close: () => bitmap.close() };
}
