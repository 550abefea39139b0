import type { PictureTruth } from '../../playback/picture-truth.ts';
import type { ShownStream } from './focus-parts.ts';

/** What a tile plays, as large as its picture is, or is said to be. Null until that is known. */
export function shownStream(truth: PictureTruth | null): ShownStream | null {
  const stream = truth?.stream;
  const width = truth?.pictureWidth ?? stream?.width;
  const height = truth?.pictureHeight ?? stream?.height;
  if (stream === undefined || width === undefined || height === undefined) return null;
  return width > 0 && height > 0 ? { id: stream.id, width, height } : null;
}
