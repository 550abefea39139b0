import type { Stream } from '../domain/stream.ts';
import { t } from '../messages/t.ts';
import { lackOf } from './lack.ts';
import type { PictureTruth } from './picture-truth.ts';

/**
 * Which stream a tile shows and why, as one sentence, and what a better one would need.
 * @param streams all that the camera has
 */
export function shownStreamText(truth: PictureTruth | null, streams: readonly Stream[]): string {
  const stream = truth?.stream;
  if (truth === null || stream === undefined || truth.player === undefined)
    return t('wall.menu.shown.none');
  const shown = t('wall.menu.shown.value', {
    kind: t(`wall.kind.${stream.kind}`),
    quality: t(`wall.quality.${stream.quality}`),
    player: t(`wall.player.${truth.player}`),
    why: t(`wall.why.${truth.why}`),
  });
  return lackOf(streams) === 'ffmpeg' ? t('wall.menu.shown.ffmpeg', { shown }) : shown;
}
