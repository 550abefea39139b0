import type { ReactElement } from 'react';
import { problemText } from '../messages/problem-text.ts';
import { t } from '../messages/t.ts';
import type { PictureTruth } from './picture-truth.ts';
import { formatClock } from './truth-words.ts';

interface Chip {
  readonly text: string;
  readonly why: string;
}

/** What is not at its best about a picture that moves, and why. */
function truthChips(truth: PictureTruth): readonly Chip[] {
  if (truth.state === 'still') return stillChip(truth);
  if (truth.state !== 'degraded') return [];
  const chips: Chip[] = [];
  if (truth.player === 'page')
    chips.push({ text: t('tile.chip.page'), why: t('tile.chip.page.why') });
  else if (truth.fallbackFrom !== undefined) chips.push(fallbackChip(truth, truth.fallbackFrom));
  if (truth.stream?.quality === 'sub' && truth.why !== 'small-tile') {
    chips.push({ text: t('tile.chip.sub'), why: t('tile.chip.sub.why') });
  }
  const rate = truth.framesPerSecond;
  if (rate !== undefined && rate < Math.max(2, (truth.stream?.framesPerSecond ?? 0) * 0.4)) {
    const shown = rate < 2 ? rate.toFixed(1) : String(Math.round(rate));
    chips.push({ text: t('tile.chip.rate', { rate: shown }), why: t('tile.chip.rate.why') });
  }
  return chips;
}

function fallbackChip(truth: PictureTruth, from: NonNullable<PictureTruth['fallbackFrom']>): Chip {
  const problem = problemText(from.problem).what;
  return {
    text: t('tile.chip.fallback', { way: truth.player ?? '' }),
    why: t('tile.chip.fallback.why', { way: from.player, problem }),
  };
}

function stillChip({ lastPictureAtMs, framesPerSecond }: PictureTruth): readonly Chip[] {
  if (lastPictureAtMs === undefined || framesPerSecond === undefined) return [];
  const seconds = Math.max(1, Math.round(1 / framesPerSecond));
  return [{ text: t('tile.still', { time: formatClock(lastPictureAtMs), seconds }), why: '' }];
}

/** Small labels in the corner of a picture. */
export function TruthChips({ truth }: { readonly truth: PictureTruth }): ReactElement {
  return (
    <>
      {truthChips(truth).map(({ text, why }) => (
        <span
          key={text}
          title={why}
          className="pointer-events-auto rounded-sm bg-black/70 px-1 text-text text-xs"
        >
          {text}
          <span className="sr-only"> {why}</span>
        </span>
      ))}
    </>
  );
}
