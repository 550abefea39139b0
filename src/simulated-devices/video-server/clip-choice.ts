import { loadClip } from '../clip/clip-files.ts';
import { type Clip, type ClipCodec, clipCodec } from '../clip/flv-clip.ts';

export interface ChosenClip {
  readonly clip: Clip;
  readonly size: readonly [number, number];
}

const small = [640, 360] as const;
const large = [1280, 720] as const;

/**
 * The clip that a camera plays in a codec: its own where the repository carries one, in H.264 also
 * that of a recorder's channel otherwise; null where there is none.
 */
export function chooseClip(
  siteNumber: number,
  codec: ClipCodec,
  quality: 'main' | 'sub' = 'sub',
): ChosenClip | null {
  const own = [`cam${siteNumber}`, `cam${siteNumber}${codec}`]
    .map((name) => loadClip(name))
    .find((clip) => clip !== null && clipCodec(clip) === codec);
  if (own !== undefined && own !== null) return { clip: own, size: small };
  const lent = codec === 'h264' ? loadClip(`ch${siteNumber % 10}${quality}`) : null;
  return lent === null ? null : { clip: lent, size: quality === 'main' ? large : small };
}
