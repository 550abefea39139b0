import {
  ChevronFirst,
  ChevronLast,
  Pause,
  Play,
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

export interface TransportBarProps {
  readonly clock: MasterClock;
  readonly zone: string;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onEvent: (direction: 1 | -1) => void;
  readonly onSpeed: (speed: number) => void;
}

const jumpMs = 10_000;

/** Plays, pauses and steps all the players together. */
export function TransportBar(props: TransportBarProps): ReactElement {
  const { clock, zone, onStep, onEvent, onSpeed } = props;
  const { isPlaying, isWaiting, rate } = useClock(clock);
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
      <Position clock={clock} zone={zone} />
      {isWaiting && (
        <span role="status" className="ms-2 text-text-2 text-xs">
          {t('recordings.waiting')}
        </span>
      )}
    </fieldset>
  );
}

function Position({ clock, zone }: Pick<TransportBarProps, 'clock' | 'zone'>): ReactElement {
  const atMs = useClockStep(clock, 1000);
  return (
    <output className="ms-3 whitespace-nowrap font-semibold tabular-nums">
      {momentInZone(atMs, zone)} <span className="font-normal text-text-2">{zone}</span>
    </output>
  );
}
