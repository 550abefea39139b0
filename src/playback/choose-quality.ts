import type { Stream, StreamQuality } from '../domain/stream.ts';
import type { QualityChoice } from '../domain/view.ts';
import type { PlayerReason } from './picture-truth.ts';

/** Where the device does not say how wide its small picture is. */
const usualSubWidth = 640;
/** A sub-stream may be stretched this far before a person sees it. */
const stretch = 1.3;
/** A tile must shrink this far below the border before it changes back, so that it never flaps. */
const returnShare = 0.85;

export interface QualityDecision {
  readonly quality: StreamQuality;
  readonly why: PlayerReason;
}

/**
 * Which size of stream a tile deserves.
 * @param tileWidth device pixels
 * @param before what the tile plays now, if anything
 */
export function chooseQuality(
  streams: readonly Stream[],
  choice: QualityChoice,
  tileWidth: number,
  before: StreamQuality | undefined,
): QualityDecision {
  if (choice !== 'auto') return { quality: choice, why: 'forced' };
  const widths = streams.filter(({ quality }) => quality === 'sub').map(({ width }) => width);
  if (widths.length === 0) return { quality: 'main', why: 'preferred' };
  const subWidth = widths.find((width) => width !== undefined) ?? usualSubWidth;
  const border = subWidth * stretch * (before === 'main' ? returnShare : 1);
  return tileWidth <= border
    ? { quality: 'sub', why: 'small-tile' }
    : { quality: 'main', why: 'large-tile' };
}
