import {
  ChevronFirst,
  ChevronLast,
  FastForward,
  Pause,
  Play,
  Rewind,
  RotateCcw,
  RotateCw,
  StepBack,
  StepForward,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { useClock, useClockStep } from '../../playback/recorded/use-clock.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { speeds } from './playback-place.ts';
import { type Activity, calmAt } from './quiet-stretches.ts';

export interface TransportBarProps {
  readonly clock: MasterClock;
  readonly zone: string;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onEvent: (direction: 1 | -1) => void;
  readonly onSpeed: (speed: number) => void;
  readonly quiet: {
    readonly isSkipped: boolean;
    readonly onSkip: (skipped: boolean) => void;
    /** What is known of when something happened. */
    readonly activity: Activity | null;
  };
}

const jumpMs = 10_000;

/** Plays, pauses and steps all the players together. */
export function TransportBar(props: TransportBarProps): ReactElement {
  const { clock, zone, onStep, onEvent, onSpeed, quiet } = props;
  const { isPlaying, isWaiting, rate, direction } = useClock(clock);
  const jump = (byMs: number) => clock.seek(clock.state.atMs + byMs);
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center">
      <legend className="sr-only">{t('recordings.transport')}</legend>
      <IconButton
        icon={ChevronFirst}
        label={t('recordings.event.previous')}
        onClick={() => onEvent(-1)}
      />
      <IconButton icon={RotateCcw} label={t('recordings.back')} onClick={() => jump(-jumpMs)} />
      <IconButton icon={StepBack} label={t('recordings.frame.back')} onClick={() => onStep(-1)} />
      <IconButton
        icon={Rewind}
        label={t('recordings.reverse')}
        pressed={isPlaying && direction === -1}
        onClick={() => clock.reverse()}
      />
      <IconButton
        icon={isPlaying ? Pause : Play}
        label={t(isPlaying ? 'recordings.pause' : 'recordings.play')}
        className="bg-raised text-text"
        onClick={() => (isPlaying ? clock.pause() : clock.play())}
      />
      <IconButton
        icon={StepForward}
        label={t('recordings.frame.forward')}
        onClick={() => onStep(1)}
      />
      <IconButton icon={RotateCw} label={t('recordings.forward')} onClick={() => jump(jumpMs)} />
      <IconButton
        icon={ChevronLast}
        label={t('recordings.event.next')}
        onClick={() => onEvent(1)}
      />
      <select
        aria-label={t('recordings.speed')}
        value={rate}
        onChange={(event) => onSpeed(Number(event.currentTarget.value))}
        className="ms-1 h-8 rounded-control border border-line-ui bg-canvas px-1 text-sm pointer-coarse:h-11"
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {t('recordings.speed.times', { speed })}
          </option>
        ))}
      </select>
      <IconButton
        icon={FastForward}
        label={t('recordings.quiet.skip')}
        pressed={quiet.isSkipped}
        onClick={() => quiet.onSkip(!quiet.isSkipped)}
      />
      <Position clock={clock} zone={zone} />
      <Going clock={clock} quiet={quiet} />
      {isWaiting && (
        <span role="status" className="ms-2 text-text-2 text-xs">
          {t('recordings.waiting')}
        </span>
      )}
    </fieldset>
  );
}

/** How it goes, where that is not as film at the speed that was chosen. */
function Going({ clock, quiet }: Pick<TransportBarProps, 'clock' | 'quiet'>): ReactElement | null {
  const { isPlaying, direction, goesAt, byPicture } = useClock(clock);
  const atMs = useClockStep(clock, 1000);
  if (!isPlaying) return null;
  const words = [];
  if (direction === -1) words.push(t('recordings.going.back', { speed: goesAt }));
  else if (quiet.isSkipped) {
    const calm = quiet.activity === null ? 'unknown' : calmAt(quiet.activity, atMs).calm;
    words.push(t(`recordings.going.${calm}`, { speed: goesAt }));
  }
  if (byPicture) words.push(t('recordings.going.by-picture'));
  if (words.length === 0) return null;
  return (
    <span role="status" className="ms-2 font-semibold text-xs">
      {words.join(' · ')}
    </span>
  );
}

function Position({ clock, zone }: Pick<TransportBarProps, 'clock' | 'zone'>): ReactElement {
  const atMs = useClockStep(clock, 1000);
  return (
    <output className="ms-3 truncate font-semibold tabular-nums max-sm:ms-1 max-sm:flex-1 max-sm:basis-44 [@media(max-height:500px)]:flex-1 [@media(max-height:500px)]:basis-44">
      {momentInZone(atMs, zone)} <span className="font-normal text-text-2">{zone}</span>
    </output>
  );
}
