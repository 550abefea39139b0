import { t } from '../messages/t.ts';
import type { PictureTruth } from './picture-truth.ts';

/** Which stream a tile shows and why, as one sentence. */
export function shownStreamText(truth: PictureTruth | null): string {
  const stream = truth?.stream;
  if (truth === null || stream === undefined || truth.player === undefined)
    return t('wall.menu.shown.none');
  return t('wall.menu.shown.value', {
    kind: t(`wall.kind.${stream.kind}`),
    quality: t(`wall.quality.${stream.quality}`),
    player: t(`wall.player.${truth.player}`),
    why: t(`wall.why.${truth.why}`),
  });
}
